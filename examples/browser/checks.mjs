// Checks built pages in a real Chromium. Driven by browser_test.go:
//
//   node checks.mjs '{"chromium": PATH, "pages": [{"name": NAME, "url": URL, "slow": URL, "form": FORM}]}'
//
// Writes one line of JSON for each check: {"page", "check", "ok", "why"}.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const config = JSON.parse(process.argv[2]);
const browser = await chromium.launch({
  executablePath: config.chromium, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
});

const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22a', 'wcag22aa', 'wcag22aaa', 'best-practice'];

// open returns a page in a context of its own, with what went wrong while it loaded.
async function open(url, options = {}, before) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN', ...options });
  if (before) await before(context);
  const page = await context.newPage();
  page.faults = [];
  page.on('console', m => m.type() === 'error' && page.faults.push(m.text()));
  page.on('pageerror', e => page.faults.push(e.message));
  page.on('request', r => new URL(r.url()).hostname !== '127.0.0.1' && !/^(data|blob):/.test(r.url()) && page.faults.push('external ' + r.url()));
  await page.goto(url);
  return page;
}
const close = page => page.context().close();

// choose activates the choice of the toolbar with the value, whatever its form.
async function choose(page, group, value) {
  const param = group === 'text-size' ? 'size' : group;
  const at = page.locator(`#reading-toolbar [name="${group}"][value="${value}"], #reading-toolbar [name="${param}"][value="${value}"], #reading-toolbar a[href*="${param}=${value}"]`).first();
  if (await at.evaluate(e => e.tagName === 'A' || !!e.form && e.type === 'submit')) await Promise.all([page.waitForNavigation(), at.click()]);
  else if (await at.getAttribute('type') === 'radio') await at.check({ force: true });
  else await at.click();
}

const look = page => page.evaluate(() => {
  const p = [...document.querySelectorAll('main p:not(.lead)')].find(e => e.textContent.length > 60) || document.querySelector('main a');
  const canvas = getComputedStyle(document.documentElement);
  return { size: parseFloat(getComputedStyle(p).fontSize), bg: canvas.backgroundColor, fg: canvas.color };
});
const wide = page => page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const must = (ok, why) => { if (!ok) throw new Error(why); };

// runAxe returns violations and what axe could not decide. Text that is scrolled
// out of a table at double size is such a case: axe does not see its background.
async function runAxe(page, run, scrolled) {
  await page.evaluate(axe);
  const r = await page.evaluate(run => window.axe.run(document, { ...run, resultTypes: ['violations', 'incomplete'] }), run);
  return [...r.violations, ...r.incomplete.filter(v => !scrolled || v.id !== 'color-contrast')].map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')}`);
}

// All rules of axe, and those whose answer depends on colors.
const every = { runOnly: { type: 'tag', values: tags }, rules: { 'hidden-content': { enabled: true } } };
const ofColors = { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] } };

const presentations = {
  light: [every, { colorScheme: 'light' }], dark: [ofColors, { colorScheme: 'dark' }],
  'narrow with more contrast': [every, { viewport: { width: 360, height: 740 }, contrast: 'more' }],
  'dark with more contrast': [ofColors, { colorScheme: 'dark', contrast: 'more' }],
  'high contrast': [ofColors, {}, ['colors', 'high']], sepia: [ofColors, {}, ['colors', 'sepia']],
  'double size': [every, { viewport: { width: 360, height: 740 } }, ['text-size', '200']],
};

const checks = {};
for (const [name, [run, options, choice]] of Object.entries(presentations)) {
  checks['axe, ' + name] = async ({ url }) => {
    const page = await open(url, { bypassCSP: true, ...options });
    if (choice) await choose(page, ...choice);
    const found = await runAxe(page, run, choice?.[0] === 'text-size');
    await close(page);
    must(!found.length, found.join('; '));
  };
}

checks['policy, console, network'] = async ({ url }) => {
  const page = await open(url, {}, c => c.addInitScript(() => { window.blocked = []; document.addEventListener('securitypolicyviolation', e => window.blocked.push(e.violatedDirective + ' ' + e.blockedURI)); }));
  await choose(page, 'text-size', '125');
  await choose(page, 'colors', 'dark');
  const blocked = await page.evaluate(() => window.blocked);
  await close(page);
  must(!blocked.length, 'blocked: ' + blocked.join(', '));
  must(!page.faults.length, page.faults.join('; '));
};

// What every page of a site must do; the rest is checked on some.
checks['loads in silence'] = async ({ url }) => {
  const asked = [];
  const page = await open(url, {}, c => {
    c.on('request', r => /\.(png|svg|vtt|wav|webm)$/.test(r.url()) || asked.push(r.url()));
    return c.addInitScript(() => {
      window.seen = [];
      document.addEventListener('securitypolicyviolation', e => window.seen.push('blocked ' + e.violatedDirective + ' ' + e.blockedURI));
      new PerformanceObserver(l => l.getEntries().forEach(e => window.seen.push('shift of ' + e.value))).observe({ type: 'layout-shift', buffered: true });
    });
  });
  await page.evaluate(() => new Promise(r => requestAnimationFrame(() => setTimeout(r, 50))));
  const seen = [...page.faults, ...await page.evaluate(() => window.seen)];
  await close(page);
  must(!seen.length, seen.join('; '));
  must(asked.length === 1, 'asks for ' + asked);
};

checks['sizes'] = async ({ url }) => {
  const page = await open(url), start = await look(page), seen = [];
  for (const v of ['87', '100', '125', '150', '200']) { await choose(page, 'text-size', v); seen.push((await look(page)).size / start.size); }
  await choose(page, 'text-size', '100');
  const end = await look(page);
  await close(page);
  must(same(seen, [0.875, 1, 1.25, 1.5, 2]), 'sizes ' + seen);
  must(same(start, end), 'reset gives ' + JSON.stringify(end));
};

checks['colors'] = async ({ url }) => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open(url, { colorScheme }), start = await look(page), seen = new Set();
    for (const v of ['high', 'light', 'dark', 'sepia']) { await choose(page, 'colors', v); seen.add((await look(page)).bg); }
    await choose(page, 'colors', 'auto');
    const end = await look(page);
    await close(page);
    must(seen.size === 4, 'only ' + [...seen].join(' '));
    must(same(start, end), 'default gives ' + JSON.stringify(end));
  }
};

checks['nothing shifts'] = async ({ url, slow }) => {
  for (let i = 0; i < 4; i++) {
    const page = await open(i < 2 && slow || url, { viewport: i % 2 ? { width: 360, height: 740 } : { width: 1280, height: 900 } }, c => c.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver(l => l.getEntries().forEach(e => window.shifts.push(`${e.value.toFixed(4)} ${e.sources.map(s => s.node?.outerHTML?.slice(0, 50)).join(' ')}`))).observe({ type: 'layout-shift', buffered: true });
    }));
    await page.evaluate(() => new Promise(r => requestAnimationFrame(() => setTimeout(r, 50))));
    const shifts = await page.evaluate(() => window.shifts);
    await close(page);
    must(!shifts.length, shifts.join('; '));
  }
};

checks['choice outlives the page'] = async ({ url }) => {
  const page = await open(url);
  await choose(page, 'text-size', '150');
  await choose(page, 'colors', 'high');
  const chosen = await look(page);
  await page.reload();
  must(same(await look(page), chosen), 'lost by reload');
  const on = await page.locator('#reading-toolbar :is(input:checked, [aria-pressed=true], [aria-current=true])').evaluateAll(e => e.map(x => x.value || x.search));
  must(on.length === 2 && /150/.test(on[0]) && /high/.test(on[1]), 'controls show ' + on);
  await close(page);
};

checks['first painted frame'] = async ({ url, slow }) => {
  if (!slow) return;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(() => {
    window.frames_ = [];
    const rec = () => { const e = document.querySelector('main p'), c = getComputedStyle(document.documentElement); if (document.body) window.frames_.push([performance.now(), e ? getComputedStyle(e).fontSize : '', c.backgroundColor]); requestAnimationFrame(rec); };
    requestAnimationFrame(rec);
  });
  const page = await context.newPage();
  await page.goto(slow);
  await choose(page, 'text-size', '150');
  await choose(page, 'colors', 'high');
  await page.goto(slow);
  const { frames, paint } = await page.evaluate(() => ({ frames: window.frames_, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }));
  await context.close();
  const shown = frames.filter(f => f[0] >= paint), last = frames.at(-1);
  const wrong = shown.filter(f => f[1] && f[1] !== last[1] || f[2] !== last[2]);
  must(last[2] === 'rgb(0, 0, 0)', 'not restored: ' + last);
  must(shown.length > 3, 'only ' + shown.length + ' frames seen');
  must(!wrong.length, `${wrong.length} of ${shown.length} frames wrong: ${wrong[0]}`);
};

checks['no script'] = async ({ url, form }) => {
  const page = await open(url, { javaScriptEnabled: false });
  const seen = await page.locator('#reading-toolbar').isVisible();
  if (form === 'buttons') must(!seen, 'buttons are shown though dead');
  else {
    const start = await look(page);
    await choose(page, 'text-size', '200');
    await choose(page, 'colors', 'high');
    const end = await look(page);
    must(end.size === 2 * start.size && end.bg === 'rgb(0, 0, 0)', JSON.stringify(end));
  }
  for (const dead of ['.read-aloud button', 'button.print']) must(!await page.locator(dead).first().isVisible(), dead + ' is shown though dead');
  await close(page);
};

// stand-in for the print dialog, which counts, and what is told of the page
const printing = c => c.addInitScript(() => {
  window.printed = window.shift = 0;
  window.blocked = [];
  window.print = () => { window.printed++; };
  document.addEventListener('securitypolicyviolation', e => window.blocked.push(e.violatedDirective));
  new PerformanceObserver(l => l.getEntries().forEach(e => { window.shift += e.value; })).observe({ type: 'layout-shift', buffered: true });
});

checks['print button'] = async ({ url, slow }) => {
  for (const address of [url, slow].filter(Boolean)) {
    const page = await open(address, {}, printing), at = page.locator('#reading-toolbar button.print');
    must(await at.isVisible() && await at.count() === 1, 'not shown');
    must((await at.boundingBox()).height >= 44, 'a target of less than 44 px');
    must(await at.textContent() === (await page.evaluate(() => document.documentElement.lang) === 'en' ? 'Print page' : 'In trang'), 'says ' + await at.textContent());
    await at.click();
    await at.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    const { printed, blocked, shift } = await page.evaluate(() => ({ printed: window.printed, blocked: window.blocked, shift: window.shift }));
    await close(page);
    must(printed === 3, `a click and two keys open ${printed} dialogs`);
    must(!blocked.length && !page.faults.length, blocked + page.faults.join('; '));
    must(shift === 0, 'the page moves by ' + shift);
  }
  const page = await open(url, {}, c => c.addInitScript(() => { window.print = undefined; }));
  must(!await page.locator('button.print').isVisible(), 'shown in a browser that cannot print');
  must(!page.faults.length, page.faults.join('; '));
  await close(page);
};

checks['blocked and broken storage'] = async ({ url }) => {
  const blocked = await open(url, {}, c => c.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })));
  const start = await look(blocked);
  await choose(blocked, 'text-size', '125');
  must((await look(blocked)).size === start.size * 1.25, 'dead where storage is blocked');
  must(!blocked.faults.length, blocked.faults.join('; '));
  await close(blocked);
  for (const junk of ['', 'null', '{"s":9}', '999-<b>', '125-dark-x', '-'.repeat(5000)]) {
    const page = await open(url, {}, c => c.addInitScript(j => localStorage.setItem('reading', j), junk));
    must(same(await look(page), start), 'junk ' + junk.slice(0, 20));
    must(!page.faults.length, page.faults.join('; '));
    await close(page);
  }
};

checks['print'] = async ({ url }) => {
  const page = await open(url, { colorScheme: 'dark' });
  await choose(page, 'colors', 'high');
  await choose(page, 'text-size', '200');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const now = await look(page), shown = await page.locator('#reading-toolbar').isVisible();
  const lost = await page.evaluate(() => [
    ...[...document.querySelectorAll('.article a[href^=http]')].filter(a => !getComputedStyle(a, '::after').content.includes(a.getAttribute('href'))).map(a => 'the address of ' + a.textContent),
    ...[...document.querySelectorAll('details.box > :not(summary)')].filter(e => !e.checkVisibility({ contentVisibilityAuto: true })).map(e => 'the text ' + e.textContent),
  ]);
  await close(page);
  must(!lost.length, 'not on paper: ' + lost);
  must(now.bg === 'rgb(255, 255, 255)' && now.fg === 'rgb(0, 0, 0)', JSON.stringify(now));
  must(now.size > 14 && now.size < 18, 'text of ' + now.size + ' px');
  must(!shown, 'the toolbar is printed');
};

checks['zoom and narrow screens'] = async ({ url }) => {
  for (const [width, size] of [[320, '100'], [320, '200'], [640, '200'], [256, '100']]) {
    const page = await open(url, { viewport: { width, height: 640 } });
    await choose(page, 'text-size', size);
    const over = await wide(page);
    await close(page);
    must(over <= 0, `${over} px too wide at ${width} px and ${size} %`);
  }
  const page = await open(url, { viewport: { width: 320, height: 640 }, bypassCSP: true });
  await page.addStyleTag({ content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}' });
  const over = await wide(page);
  await close(page);
  must(over <= 0, `${over} px too wide with text spacing`);
};

checks['keyboard'] = async ({ url, form }) => {
  const page = await open(url);
  await page.keyboard.press('Tab');
  must(await page.evaluate(() => document.activeElement.matches('.skip-link') && getComputedStyle(document.activeElement).clipPath === 'none'), 'the skip link is not first, or not shown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  must(await page.evaluate(() => !!document.activeElement.closest('main')), 'the skip link does not lead into main');
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await page.goto(url);
  const start = await look(page);
  for (let i = 0, seen = new Set(); ; i++) {
    must(i < 80, 'toolbar out of reach');
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => { const e = document.activeElement, l = e.closest('label') || e, s = getComputedStyle(l); return { tag: e.tagName, in: !!e.closest('#reading-toolbar'), value: e.value || e.search || '', outline: parseFloat(s.outlineWidth), style: s.outlineStyle }; });
    must(at.style !== 'none' && at.outline >= 2, 'no outline on ' + JSON.stringify(at));
    if (!at.in) continue;
    if (form === 'radios') { await page.keyboard.press('ArrowRight'); break; }
    if (/125/.test(at.value)) { await Promise.all([form === 'links' || form === 'submits' ? page.waitForNavigation() : null, page.keyboard.press('Enter')]); break; }
  }
  must((await look(page)).size === start.size * 1.25, 'the keyboard does not enlarge');
  await close(page);
};

checks['forced colors'] = async ({ url }) => {
  const page = await open(url, { forcedColors: 'active' });
  const at = () => page.locator('#reading-toolbar').screenshot();
  const before = await at();
  await choose(page, 'text-size', '125');
  await page.evaluate(() => document.activeElement.blur());
  const after = await at();
  const border = await page.locator('#reading-toolbar :is(label, a, button:not([hidden]))').first().evaluate(e => getComputedStyle(e).borderTopWidth);
  await close(page);
  must(Buffer.compare(before, after) !== 0, 'a pressed control looks like the others');
  must(parseFloat(border) > 0, 'controls have no border');
};

checks['motion'] = async ({ url }) => {
  const page = await open(url, { reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return s.animationName && s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0 && s.transitionProperty !== 'none' || s.scrollBehavior === 'smooth'; }).length);
  await close(page);
  must(!moving, moving + ' elements move');
};

checks['leading'] = async ({ url }) => {
  const page = await open(url);
  const bad = await page.evaluate(() => {
    const cv = document.createElement('canvas').getContext('2d'), out = [];
    const all = 'ẤẦẪẬẮẴẶỂỄỆỐỖỘỞỮỰỲỸĐấẫậắẵặểễệốỗộởữựgpqyjỵ';
    for (const e of document.querySelectorAll('h1,h2,h3,h4,p,li,td,th,figcaption,caption,dt,dd')) {
      if (!e.checkVisibility()) continue;
      const s = getComputedStyle(e);
      cv.font = `${s.fontStyle} ${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
      const m = cv.measureText(all), ink = m.actualBoundingBoxAscent + m.actualBoundingBoxDescent;
      const box = s.lineHeight === 'normal' ? m.fontBoundingBoxAscent + m.fontBoundingBoxDescent : parseFloat(s.lineHeight);
      if (box + 0.1 < ink) out.push(`${e.tagName} ${box} < ${ink}`);
    }
    return [...new Set(out)];
  });
  await close(page);
  must(!bad.length, bad.join('; '));
};

// The leading that the library gives for a font, against the ink of that font,
// for the fonts that are installed.
checks['leading of fonts'] = async ({ url, fonts }) => {
  const page = await open(url);
  const { bad, seen } = await page.evaluate(list => {
    const cv = document.createElement('canvas').getContext('2d'), bad = [], seen = [];
    const all = 'ẤẦẪẬẮẴẶỂỄỆỐỖỘỞỮỰỲỸĐấẫậắẵặểễệốỗộởữựgpqyjỵ';
    const width = f => { cv.font = f; return cv.measureText(all).width; };
    for (const { family, weight, leading } of list) {
      const f = b => `${weight} 200px "${family}", ${b}`;
      if (width(f('monospace')) !== width(f('serif'))) continue; // not installed
      seen.push(family);
      const m = cv.measureText(all), ink = (m.actualBoundingBoxAscent + m.actualBoundingBoxDescent) / 200;
      if (ink > leading) bad.push(`${family} ${weight}: ink ${ink.toFixed(3)}, leading ${leading}`);
    }
    return { bad, seen };
  }, fonts);
  await close(page);
  must(!bad.length, bad.join('; '));
  must(seen.length, 'none of the fonts is installed');
};

checks['pictures of another site'] = async ({ url }) => {
  const asked = [];
  let answer;
  const gate = new Promise(r => { answer = r; });
  const page = await open(url, {}, async c => {
    await c.addInitScript(() => { window.blocked = []; document.addEventListener('securitypolicyviolation', e => window.blocked.push(e.violatedDirective + ' ' + e.blockedURI)); });
    await c.route(u => u.hostname === 'anh.example', async r => {
      asked.push(r.request().url());
      const first = r.request().url().includes('mot');
      await gate;
      // The first as the page says, the second of a size that no one knew.
      const [w, h] = first ? [900, 600] : [700, 900];
      await r.fulfill({ contentType: 'image/svg+xml', body: `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><path d="M0 0h${w}v${h}H0z"/></svg>` });
    });
  });
  const boxes = page.locator('figure.remote details');
  must(await boxes.count() === 2, 'not two pictures that wait');
  must(!asked.length && !page.faults.length, 'asked before a click: ' + asked);
  for (let i = 0; i < 2; i++) {
    const summary = boxes.nth(i).locator('summary');
    must((await summary.boundingBox()).height >= 24, 'a target of less than 24 px');
    await summary.focus();
    await page.keyboard.press('Enter');
  }
  const heights = () => page.locator('figure.remote').evaluateAll(all => all.map(e => e.getBoundingClientRect().height));
  const before = await heights();
  answer();
  await page.waitForFunction(() => [...document.querySelectorAll('figure.remote img')].every(e => e.complete && e.naturalWidth > 0));
  const after = await heights(), blocked = await page.evaluate(() => window.blocked);
  await close(page);
  must(!blocked.length, 'blocked: ' + blocked);
  must(same(before, after), `the figures grow from ${before} to ${after} px when the pictures come`);
  must(asked.length === 2, 'asked for ' + asked);
};

// speech puts a stand-in for the speech engine into a page. It tells what it was
// given; its voices come at once, late, or not at all.
const speech = (voices, late) => c => c.addInitScript(([voices, late]) => {
  const listeners = [];
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const engine = {
    paused: false, voices: late ? [] : voices, getVoices() { return this.voices; },
    speak(u) { window.said.push([u.text, u.voice.lang, u.voice.name]); this.now = u; },
    cancel() { this.paused = false; const u = this.now; this.now = null; u?.onerror?.({ error: 'interrupted' }); },
    pause() { this.paused = true; }, resume() { this.paused = false; },
    addEventListener: (type, f) => type === 'voiceschanged' && listeners.push(f),
  };
  window.voicesCome = () => { engine.voices = voices; listeners.forEach(f => f()); };
  window.shift = 0;
  new PerformanceObserver(l => l.getEntries().forEach(e => { window.shift += e.value; })).observe({ type: 'layout-shift', buffered: true });
  Object.defineProperty(window, 'speechSynthesis', { value: engine });
}, [voices, late]);
const voice = (lang, name, localService = true) => ({ lang, name, localService });

checks['read aloud: absent where it cannot work'] = async ({ url }) => {
  const lang = await (async () => { const p = await open(url), l = await p.evaluate(() => document.documentElement.lang); await close(p); return l; })();
  const other = lang.startsWith('vi') ? 'en-US' : 'vi-VN';
  for (const [why, before] of [['no engine', c => c.addInitScript(() => { delete window.SpeechSynthesisUtterance; })], ['no voice', speech([], false)], ['no voice of the language', speech([voice(other, 'X'), voice('x' + lang, 'Y')], false)]]) {
    const page = await open(url, {}, before);
    must(!await page.locator('.read-aloud button').first().isVisible(), 'shown with ' + why);
    must(!page.faults.length, page.faults.join('; '));
    await close(page);
  }
};

checks['read aloud: voices that come late'] = async ({ url }) => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
    const page = await open(url, { viewport }, speech([voice('en-US', 'E'), voice('vi_VN', 'V')], true));
    const at = page.locator('.read-aloud button').first();
    must(!await at.isVisible(), 'shown before there is a voice');
    const before = await page.evaluate(() => document.querySelector('main').getBoundingClientRect().top);
    await page.evaluate(() => voicesCome());
    must(await at.isVisible(), 'not shown though there is a voice now');
    await page.evaluate(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))));
    const [after, shift] = await page.evaluate(() => [document.querySelector('main').getBoundingClientRect().top, window.shift]);
    // A site's own padding of buttons may move the controls beside it by a pixel or two.
    must(after === before && shift < 1e-4, `the page moves from ${before} to ${after} px, shift ${shift}`);
    await close(page);
  }
};

checks['read aloud: reads, marks, pauses, stops'] = async ({ url }) => {
  const page = await open(url, {}, speech([voice('en-GB', 'E'), voice('vi-VN', 'server', false), voice('vi-VN', 'device'), voice('en-US', 'E2')], false));
  const lang = await page.evaluate(() => document.documentElement.lang);
  const go = page.locator('.read-aloud button').first(), stop = page.locator('.read-aloud button').nth(1);
  must(await go.isVisible() && !await stop.isVisible(), 'not shown though there is a voice');
  const first = await go.textContent();
  await go.focus();
  await page.keyboard.press('Enter');
  must(await stop.isVisible() && await go.textContent() !== first, 'state is not shown');
  must(await go.evaluate(e => e === document.activeElement), 'the focus is lost when it begins');
  const marks = [];
  for (let i = 0; i < 3; i++) {
    marks.push(await page.evaluate(() => [...(CSS.highlights.get('reading') || [])].map(r => r.toString().replace(/\s+/g, ' ').trim())));
    await page.evaluate(() => speechSynthesis.now.onend());
  }
  const { said, h1 } = await page.evaluate(() => ({ said: window.said, h1: document.querySelector('.article h1').textContent.replace(/\s+/g, ' ').trim() }));
  must(said.length === 4 && said.every(([, l, n]) => l.startsWith(lang) && n !== 'server'), JSON.stringify(said));
  must(said.some(([t]) => h1.startsWith(t)), 'the headline is not read: ' + JSON.stringify(said));
  must(marks.every((m, i) => m.length === 1 && m[0] === said[i][0]), `marked ${JSON.stringify(marks)}, said ${JSON.stringify(said)}`);
  const reading = await go.textContent();
  await go.click();
  must(await page.evaluate(() => speechSynthesis.paused), 'does not pause');
  must(await go.textContent() !== reading, 'does not say that it pauses');
  await go.click();
  must(!await page.evaluate(() => speechSynthesis.paused) && await go.textContent() === reading, 'does not go on');
  await stop.click();
  must(await go.textContent() === first && !await stop.isVisible(), 'does not stop');
  must(await go.evaluate(e => e === document.activeElement), 'the focus is lost');
  must(!await page.evaluate(() => CSS.highlights.has('reading')), 'the mark stays');
  await go.click();
  must(await page.evaluate(() => window.said.at(-1)[0] === window.said[0][0]), 'does not begin anew');
  // To the end: what is read is the article, once, without the page around it.
  const all = await page.evaluate(() => { const from = window.said.length - 1; while (speechSynthesis.now) { const u = speechSynthesis.now; speechSynthesis.now = null; u.onend(); } return window.said.slice(from).map(s => s[0]); });
  must(await go.textContent() === first, 'does not end');
  const missing = await page.evaluate(all => [...document.querySelectorAll('.article p')].filter(p => p.checkVisibility() && p.textContent.trim() && !p.closest('nav,.embed,.remote,.related,.share,.tags,.reading-toolbar')).map(p => p.textContent.replace(/\s+/g, ' ').trim()).filter(t => !all.join(' ').includes(t)), all);
  must(!missing.length, 'not read: ' + missing[0]);
  must(!page.faults.length, page.faults.join('; '));
  await close(page);
};

checks['read aloud: not on paper'] = async ({ url }) => {
  const page = await open(url, {}, speech([voice('vi-VN', 'V'), voice('en-US', 'E')], false));
  const shot = () => page.locator('.article h1').screenshot();
  await page.locator('.read-aloud button').first().click();
  await page.evaluate(() => { for (let i = 0; i < 9 && !document.querySelector('.article h1').contains([...CSS.highlights.get('reading')][0].startContainer); i++) speechSynthesis.now.onend(); });
  const screen = await shot();
  await page.evaluate(() => CSS.highlights.clear());
  must(Buffer.compare(screen, await shot()) !== 0, 'the sentence that is read looks like the others');
  await page.evaluate(() => { const r = new Range(); r.selectNodeContents(document.querySelector('.article h1')); CSS.highlights.set('reading', new Highlight(r)); });
  await page.emulateMedia({ media: 'print' });
  must(!await page.locator('.read-aloud button').first().isVisible(), 'the control is printed');
  const marked = await shot();
  await page.evaluate(() => CSS.highlights.clear());
  must(Buffer.compare(marked, await shot()) === 0, 'the mark is printed');
  await close(page);
};

// What is about the toolbar alone is checked once for each of its forms.
const toolbar = ['sizes', 'colors', 'choice outlives the page', 'first painted frame', 'no script', 'blocked and broken storage', 'forced colors'];
const due = (page, check) => page.plain ? check === 'loads in silence' : check !== 'loads in silence' && !(page.again && toolbar.includes(check)) && !((check.startsWith('read aloud') || check === 'print button') && !page.article) &&
  !(check === 'pictures of another site' && !page.remote) && !(check === 'leading of fonts' && !page.fonts);

// Some checks at a time: they wait for the browser most of the time.
const jobs = config.pages.flatMap(page => Object.entries(checks).filter(([check]) => due(page, check) && (!config.only || check.includes(config.only))).map(([check, run]) => [page, check, run]));
const work = async () => {
  for (let job; (job = jobs.shift());) {
    const [page, check, run] = job;
    let ok = true, why = '';
    const start = Date.now();
    try { await run(page); } catch (e) { ok = false; why = e.message.split('\n')[0]; }
    console.log(JSON.stringify({ page: page.name, check, ok, why, ms: Date.now() - start }));
  }
};
await Promise.all(Array.from({ length: config.jobs || 4 }, work));
await browser.close();
