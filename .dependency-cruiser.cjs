// Which room may know which. The README of the structure is ARCHITECTURE.md; `npm run structure` holds it.
const only = (room, ...allowed) => ({
  name: `${room}-knows-only`,
  comment: `src/${room} may import only: ${[room, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...allowed].map((each) => `^src/${each}${each.endsWith('.ts') ? '$' : '/'}`) },
});

const packages = (room, ...allowed) => ({
  name: `${room}-packages`,
  comment: `src/${room} may use only these packages: ${allowed.join(', ') || 'none'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-unknown', 'npm-no-pkg'],
    pathNot: allowed.map((name) => (name.startsWith('node:') ? `^${name.slice(5)}$` : `node_modules/${name}/`)),
  },
});

module.exports = {
  forbidden: [
    only('treaty'),
    packages('treaty', 'temporal-polyfill'),
    only('blocks', 'treaty'),
    packages('blocks', '@slack/types', 'temporal-polyfill'),
    only('pictures', 'treaty', 'blocks'),
    packages('pictures', 'echarts', '@resvg', '@expo-google-fonts', 'node:fs', 'node:module'),
    only('questions', 'treaty', 'blocks'),
    packages('questions', 'temporal-polyfill', 'fastest-levenshtein', 'zod'),
    only('desk', 'treaty', 'blocks', 'questions'),
    packages('desk', '@slack/types', 'temporal-polyfill', 'zod'),
    only('db', 'treaty', 'blocks', 'questions', 'desk'),
    only('features', 'treaty', 'blocks', 'pictures', 'questions', 'desk', 'db'),
    only('slack', 'treaty', 'blocks', 'desk'),
    only('outlook', 'treaty', 'desk'),
    only('delivery', 'treaty', 'blocks', 'desk', 'db'),
    packages('delivery', 'node-cron', 'temporal-polyfill', 'zod'),
    only('sandbox', 'treaty', 'blocks', 'desk'),
    {
      name: 'page-knows-only',
      comment:
        'The page in the browser may import only its own files, the protocol with its faults, and what is pure of blocks.',
      severity: 'error',
      from: { path: '^src/sandbox/page/' },
      to: { path: '^src/', pathNot: ['^src/sandbox/(page/|(outlook-)?protocol\\.ts$|fault\\.ts$)', '^src/blocks/'] },
    },
    packages('sandbox/page', 'preact', '@slack/types', 'temporal-polyfill'),
    {
      name: 'page-in-the-browser-alone',
      comment: 'What is meant for the browser is loaded by nothing that runs in Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sandbox/page/' },
      to: { path: '^src/sandbox/page/' },
    },
    only('cli', 'treaty', 'blocks', 'questions', 'desk', 'db', 'features', 'outlook', 'app.ts', 'env.ts', 'version.ts'),
    {
      name: 'features-through-use-cases',
      comment: "A feature changes another feature's things only through its use cases and reads them through db/read.",
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/use-cases\\.ts$'] },
    },
    {
      name: 'slack-sdk-in-slack',
      comment: "Slack's SDK is known in src/slack alone (its types in blocks and desk).",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(slack|app\\.ts)' },
      to: { path: 'node_modules/@slack/(bolt|web-api|socket-mode)/' },
    },
    {
      name: 'graph-sdk-in-outlook',
      comment: "Microsoft's packages are known in src/outlook alone.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/outlook/' },
      to: { path: 'node_modules/(@microsoft|@azure)/' },
    },
    {
      name: 'prisma-in-db',
      comment: 'The database client is known in src/db alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/db/' },
      to: { path: 'node_modules/(@prisma|@electric-sql|pglite-prisma-adapter|pg)/|^src/db/generated/' },
    },
    {
      name: 'drawing-in-pictures',
      comment: 'What draws is known in src/pictures alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pictures/' },
      to: { path: 'node_modules/(echarts|zrender|@resvg|@expo-google-fonts)/' },
    },
    {
      name: 'drawing-when-asked',
      comment:
        'The packages that draw are heavy: they are loaded when the first picture is asked for, not at the start.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: 'node_modules/(echarts|zrender|@resvg)/',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'sandbox-from-main-alone',
      comment: 'Production never loads the sandbox: main reaches it by a dynamic import, nothing else at all.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|main\\.ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'sandbox-dynamically',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/sandbox/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    { name: 'app-and-main-on-top', severity: 'error', from: { path: '^src/[^/]+/' }, to: { path: '^src/main\\.ts$' } },
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/db/generated/.*/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
