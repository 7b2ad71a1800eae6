// Prints what html-validate finds in the files of a folder:
//
//   node markup.mjs DIR FILE...
import fs from 'node:fs';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const [dir, ...files] = process.argv.slice(2);
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:recommended', 'html-validate:a11y'] }));
for (const file of files) {
  const report = await validator.validateString(fs.readFileSync(path.join(dir, file), 'utf8'), file);
  for (const { messages } of report.results) for (const m of messages) console.log(`${file}:${m.line}: ${m.ruleId}: ${m.message}`);
}
