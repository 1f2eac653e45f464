/** Who may import whom. The path of a rule is a regular expression over paths from the root of the project. */
// Built-in modules of Node are told by their kind, not by their path.
const node = Symbol('node');
const only = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: {
    pathNot: [...allowed.filter((path) => path !== node), '\\.json$'],
    ...(allowed.includes(node) ? { dependencyTypesNot: ['core'] } : {}),
  },
});
const never = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: to },
});

const packages = '(^|/)node_modules/';
const shared = '^src/shared/';
const main = '^electron/(main\\.ts|boot/|windows/|ipc/)';
const runtime = '(^electron$|node_modules/electron(/|$))';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: runtime } },
    only(
      'shared-is-pure',
      '^src/shared/(?!locale/|statistics/charts/|statistics/disclosure/optimiser)',
      shared,
      'node_modules/zod/',
    ),
    // Scales, curves and the layout of flows: computation without a page.
    only(
      'charts-are-pure',
      '^src/shared/statistics/charts/',
      shared,
      'node_modules/(@types/)?d3-(scale|shape|sankey)/',
    ),
    // HiGHS computes and does nothing else; its one importer is asked for by threads that protect tables.
    only('optimiser-is-pure', '^src/shared/statistics/disclosure/optimiser', shared, 'node_modules/highs/'),
    // CLDR data bundled as our own tables: the runtimes know nothing of sq, mk and bs.
    only('locale-is-pure', '^src/shared/locale/', shared, 'node_modules/zod/'),
    only('ui-only-looks', '^src/ui/', '^src/ui/', shared, packages),
    never('ui-imports-types-of-shared-only', '^src/ui/', '^src/shared/contract/(contract|[a-z-]+-procedures)'),
    only('api', '^src/api/', '^src/api/', '^src/i18n/', shared, packages),
    only('i18n', '^src/i18n/', '^src/i18n/', '^locales/', shared, packages),
    only('features', '^src/features/', '^src/(features|ui|api|i18n)/', shared, packages),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    only('app', '^src/app/', '^src/', packages),
    never('renderer-has-no-main', '^src/', '^(electron|preview)/|^node:'),
    only('preload-has-channel-names-only', '^electron/preload\\.ts$', '^src/shared/channels\\.ts$', runtime),
    only('platform', '^electron/platform/', '^electron/platform/', node, 'node_modules/better-sqlite3/'),
    only('database', '^electron/database/', '^electron/(database|platform)/', shared, packages, node, '^migrations/'),
    only('security', '^electron/security/', '^electron/(security|platform)/', shared, packages, node),
    only(
      'services',
      '^electron/services/',
      '^electron/(services|database|security|platform)/',
      shared,
      '^locales/',
      packages,
      node,
    ),
    only('procedures', '^electron/procedures/', '^electron/(procedures|services|dispatch)/', shared, packages, node),
    never('procedures-have-no-database', '^electron/procedures/', '^electron/database/'),
    only('dispatch', '^electron/dispatch/', '^electron/(dispatch|procedures|services)/', shared, packages, node),
    // Composition roots of the threads.
    only(
      'workers',
      '^electron/workers/',
      '^electron/(workers|dispatch|procedures|services|database|security|platform)/',
      '^electron/ipc/protocol\\.ts$',
      shared,
      packages,
      node,
    ),
    only(
      'console',
      '^electron/console/',
      '^electron/console/',
      '^electron/ipc/(data-worker-client|protocol)\\.ts$',
      shared,
      packages,
      node,
    ),
    only('main', main, '^electron/', shared, packages, node),
    {
      name: 'only-main-has-the-runtime',
      severity: 'error',
      from: { path: '^electron/(database|services|procedures|security|dispatch|platform|workers|console)/' },
      to: { path: runtime },
    },
    {
      // A thread or window that reads one kind of register must not have read the other along with something else.
      name: 'a-kind-is-loaded-not-imported',
      severity: 'error',
      from: {
        path: '^(src|electron)/',
        pathNot: ['^src/shared/dictionary/registers(/|\\.ts$)', '^src/shared/training/', '\\.test\\.tsx?$'],
      },
      to: { path: '^src/shared/dictionary/registers/' },
    },
    {
      name: 'kinds-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/shared/dictionary/registers/([^/]+)/' },
      to: { path: '^src/shared/dictionary/registers/', pathNot: '^src/shared/dictionary/registers/$1/' },
    },
    {
      name: 'inventing-is-loaded-not-imported',
      severity: 'error',
      from: {
        path: '^(src|electron)/',
        pathNot: ['^src/shared/training/', '^electron/services/training/generators\\.ts$'],
      },
      to: { path: '^src/shared/training/(?!training-record|stand-in-institutions)' },
    },
    only('preview-is-apart', '^preview/', '^preview/', runtime, 'node_modules/playwright-core/', node),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    builtInModules: { add: ['electron'] },
  },
};
