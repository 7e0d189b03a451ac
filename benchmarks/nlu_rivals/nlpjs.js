// Trains @nlpjs/nlp with Dutch on {"examples": [[text, intent]], "texts": [...]} from stdin and prints a ranking a text.
const { containerBootstrap } = require('@nlpjs/core');
const { Nlp } = require('@nlpjs/nlp');
const { LangNl } = require('@nlpjs/lang-nl');

async function main() {
  const { examples, texts } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangNl);
  const nlp = container.get('nlp');
  Object.assign(nlp.settings, { autoSave: false, autoLoad: false, log: false });
  nlp.addLanguage('nl');
  for (const [text, intent] of examples) nlp.addDocument('nl', text, intent);
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true; // it reports its training there
  await nlp.train();
  const rankings = [];
  for (const text of texts) {
    const result = await nlp.process('nl', text);
    const ranking = result.classifications.map(({ intent, score }) => [intent === 'None' ? 'out_of_scope' : intent, score]);
    if (result.intent === 'None') ranking.push(['out_of_scope', 1]);
    rankings.push(ranking.sort((a, b) => b[1] - a[1]).slice(0, 10));
  }
  write(JSON.stringify(rankings) + '\n');
}

main();
