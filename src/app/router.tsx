import { createHashHistory, createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { type ListOrder, listOrder, listQuery, type RecordFilter } from '#shared/contract/list-query.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { useHasRole, useSession } from '../api/session.ts';
import { AccountsPage } from '../features/administration/accounts-page.tsx';
import { PassphrasePage } from '../features/administration/passphrase-page.tsx';
import { SettingsPage } from '../features/administration/settings-page.tsx';
import { AuditPage } from '../features/audit/audit-page.tsx';
import { BackupPage } from '../features/backup/backup-page.tsx';
import { CodeListsPage } from '../features/code-lists/code-lists-page.tsx';
import { ExchangePage } from '../features/exchange/exchange-page.tsx';
import { ManualPage } from '../features/manual/manual-page.tsx';
import { PopulationPage } from '../features/population/population-page.tsx';
import { PublicationsPage } from '../features/publications/publications-page.tsx';
import { QualityPage } from '../features/quality/quality-page.tsx';
import { MergePage } from '../features/records/merge/merge-page.tsx';
import { RecordPage } from '../features/records/record-page.tsx';
import { RecordsPage } from '../features/records/records-page.tsx';
import { ReportsPage } from '../features/reports/reports-page.tsx';
import { RetentionPage } from '../features/retention/retention-page.tsx';
import { RetentionSettings } from '../features/retention/retention-settings.tsx';
import { StagesPage } from '../features/stages/stages-page.tsx';
import { BuilderPage } from '../features/statistics/builder/builder-page.tsx';
import { ColumnsHeld } from '../features/statistics/columns-held.tsx';
import { StatisticsPage } from '../features/statistics/statistics-page.tsx';
import { TasksPage } from '../features/tasks/tasks-page.tsx';
import { BrokenPage } from './error-boundary.tsx';
import { AppFrame } from './layout/app-frame.tsx';

const root = createRootRoute({ component: AppFrame, notFoundComponent: Home });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

/** Words from the search of the header; filters of a figure whose records are to be seen, and in which order. */
interface RecordsSearch {
  readonly search?: string;
  readonly filters?: RecordFilter[];
  readonly order?: ListOrder;
}

const records = createRoute({
  getParentRoute: () => root,
  path: '/records/$entity',
  validateSearch: (search: Record<string, unknown>): RecordsSearch => {
    const filters = listQuery.shape.filters.safeParse(search.filters);
    const order = listOrder.safeParse(search.order);
    return {
      ...(typeof search.search === 'string' && search.search !== '' ? { search: search.search } : {}),
      ...(filters.success ? { filters: filters.data } : {}),
      ...(order.success ? { order: order.data } : {}),
    };
  },
  component: function RecordsRoute() {
    const { entity } = records.useParams();
    return <RecordsPage key={entity} entity={entity} />;
  },
});

const record = createRoute({
  getParentRoute: () => root,
  path: '/record/$id',
  validateSearch: (search: Record<string, unknown>): { view?: 'course' } =>
    search.view === 'course' ? { view: 'course' } : {},
  component: function RecordRoute() {
    const { id } = record.useParams();
    const { view } = record.useSearch();
    return <RecordPage id={id} key={id} view={view ?? 'form'} />;
  },
});

const merge = createRoute({
  getParentRoute: () => root,
  path: '/merge/$id/$other',
  component: function MergeRoute() {
    const { id, other } = merge.useParams();
    return <MergePage id={id} key={`${id} ${other}`} other={other} />;
  },
});

const retention = createRoute({
  getParentRoute: () => root,
  path: '/retention',
  validateSearch: (search: Record<string, unknown>): { record?: string } =>
    typeof search.record === 'string' && search.record !== '' ? { record: search.record } : {},
  component: RetentionPage,
});

const manual = createRoute({
  getParentRoute: () => root,
  path: '/manual/{-$page}',
  component: function ManualRoute() {
    const { page } = manual.useParams();
    return <ManualPage page={page ?? null} />;
  },
});

const plain = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const routes = root.addChildren([
  home,
  records,
  record,
  merge,
  retention,
  manual,
  plain('/tasks', TasksPage),
  plain('/quality', QualityPage),
  plain('/stages', StagesPage),
  plain('/statistics', StatisticsPage),
  plain('/statistics/own', BuilderPage),
  plain('/reports', ReportsPage),
  plain('/population', PopulationPage),
  plain('/publications', PublicationsPage),
  plain('/backup', BackupPage),
  plain('/exchange', ExchangePage),
  plain('/accounts', AccountsPage),
  plain('/code-lists', CodeListsPage),
  plain('/settings', SettingsRoute),
  plain('/audit', AuditPage),
  plain('/passphrase', PassphrasePage),
]);

/** Features do not know each other: what another one has to set stands under the settings here. */
function SettingsRoute() {
  return (
    <SettingsPage>
      <RetentionSettings />
      <ColumnsHeld />
    </SettingsPage>
  );
}

/** Pages by address. Nothing of an address leaves the window or outlives the session. */
export const createAppRouter = () =>
  createRouter({
    routeTree: routes,
    history: createHashHistory(),
    defaultErrorComponent: BrokenPage,
    defaultPendingMs: 300,
  });

/** Where an account begins: records, else tables, else accounts, else the audit log. */
function Home() {
  const { register } = useSession();
  const hasRole = useHasRole();
  const entity = indexOfKind(register.kind).roots[0]?.id;
  if (entity !== undefined && hasRole('officer', 'supervisor')) {
    return <Navigate to="/records/$entity" params={{ entity }} replace />;
  }
  if (hasRole('analyst')) return <Navigate to="/statistics" replace />;
  return <Navigate to={hasRole('administrator') ? '/accounts' : '/audit'} replace />;
}
