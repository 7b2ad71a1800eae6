// Checks built pages in a real Chromium. Driven by browser_test.go:
//
//   node checks.mjs '{"chromium": PATH, "pages": [{"url": URL, "slow": URL, "form": FORM}]}'
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
async function runAxe(page, scrolled) {
  await page.evaluate(axe);
  const r = await page.evaluate(values => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'] }), tags);
  return [...r.violations, ...r.incomplete.filter(v => !scrolled || v.id !== 'color-contrast')].map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')}`);
}

const presentations = {
  light: [{ colorScheme: 'light' }], dark: [{ colorScheme: 'dark' }],
  'narrow with more contrast': [{ viewport: { width: 360, height: 740 }, contrast: 'more' }],
  'dark with more contrast': [{ colorScheme: 'dark', contrast: 'more' }],
  'high contrast': [{}, ['colors', 'high']], sepia: [{}, ['colors', 'sepia']], 'double size': [{ viewport: { width: 360, height: 740 } }, ['text-size', '200']],
};

const checks = {};
for (const [name, [options, choice]] of Object.entries(presentations)) {
  checks['axe, ' + name] = async ({ url }) => {
    const page = await open(url, { bypassCSP: true, ...options });
    if (choice) await choose(page, ...choice);
    const found = await runAxe(page, choice?.[0] === 'text-size');
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
  must(!await page.locator('.read-aloud').isVisible(), 'read-aloud is shown though dead');
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
  await close(page);
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
  if (!fonts) return;
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

checks['read aloud'] = async ({ url, aloud }) => {
  if (!aloud) return;
  let page = await open(url);
  must(!await page.locator('.read-aloud').isVisible(), 'shown though there is no voice');
  await close(page);
  // A stand-in for the speech engine that tells what it was given.
  page = await open(url, {}, c => c.addInitScript(() => {
    window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const lang = { v: 'vi-VN' };
    const engine = { paused: false, queue: [], getVoices: () => [{ lang: 'en-US', name: 'E', localService: true }, { lang: lang.v, name: 'V', localService: true }],
      speak(u) { window.said.push([u.text, u.voice.lang]); this.now = u; }, cancel() {}, pause() { this.paused = true; }, resume() { this.paused = false; }, addEventListener() {} };
    Object.defineProperty(window, 'speechSynthesis', { value: engine });
  }));
  const lang = await page.evaluate(() => document.documentElement.lang);
  const go = page.locator('.read-aloud button').first(), stop = page.locator('.read-aloud button').last();
  must(await go.isVisible() && !await stop.isVisible(), 'not shown though there is a voice');
  const first = await go.textContent();
  await go.click();
  must(await stop.isVisible() && await go.textContent() !== first, 'state is not shown');
  for (let i = 0; i < 3; i++) await page.evaluate(() => speechSynthesis.now.onend());
  const { said, marked, h1 } = await page.evaluate(() => ({ said: window.said, marked: [...(CSS.highlights.get('reading') || [])].map(r => r.toString().trim())[0], h1: document.querySelector('.article h1').textContent.trim() }));
  must(said.length === 4 && said.every(([, l]) => l.startsWith(lang)), JSON.stringify(said));
  must(said.some(([t]) => h1.startsWith(t)), 'the headline is not read: ' + JSON.stringify(said));
  must(marked === said[3][0], `marked «${marked}», said «${said[3][0]}»`);
  await go.click();
  must(await page.evaluate(() => speechSynthesis.paused), 'does not pause');
  await stop.click();
  must(await go.textContent() === first && !await stop.isVisible(), 'does not stop');
  must(!await page.evaluate(() => CSS.highlights.has('reading')), 'the mark stays');
  must(!page.faults.length, page.faults.join('; '));
  await close(page);
};

for (const page of config.pages) {
  for (const [check, run] of Object.entries(checks)) {
    if (config.only && !check.includes(config.only)) continue;
    let ok = true, why = '';
    try { await run(page); } catch (e) { ok = false; why = e.message.split('\n')[0]; }
    console.log(JSON.stringify({ page: page.name, check, ok, why }));
  }
}
await browser.close();
