import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { parseSearch, readSearch, stringifySearch } from 'web-shared/routing';
import { NotFoundPage } from '../app/NotFoundPage';
import { RouteFailure } from '../app/RouteFailure';
import { Shell } from '../app/Shell';

/** Thin routes under /admin/. */
const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
function at<Name extends string>(path: string, load: () => Promise<Record<Name, ComponentType>>, page: Name): AnyRoute {
  return createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: readSearch,
    component: lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, page),
  });
}

const routes = [
  at('/', () => import('../app/HomePage'), 'HomePage'),
  at('/trips', () => import('../features/trip/TripsPage'), 'TripsPage'),
  at('/trips/$id', () => import('../features/trip/TripPage'), 'TripPage'),
  at('/board', () => import('../features/dispatch/BoardPage'), 'BoardPage'),
  at('/reports', () => import('../features/report/ReportsPage'), 'ReportsPage'),
  at('/reports/build', () => import('../features/report/ReportPage'), 'ReportPage'),
  at('/today', () => import('../features/report/TodayPage'), 'TodayPage'),
  at('/trips/$id/vehicle', () => import('../features/trip/SwapPage'), 'SwapPage'),
  at('/trips/$id/seats', () => import('../features/quota/QuotasPage'), 'TripQuotasPage'),
  at('/departures/$id/seats', () => import('../features/quota/QuotasPage'), 'DepartureQuotasPage'),
  at('/trips/$id/move', () => import('../features/rebooking/MovePage'), 'MovePage'),
  at('/trips/$id/boarding', () => import('../features/passage/BoardingPage'), 'BoardingPage'),
  at('/sale', () => import('../features/sale/SalePage'), 'SalePage'),
  at('/shift', () => import('../features/shift/ShiftPage'), 'ShiftPage'),
  at('/shifts', () => import('../features/shift/ShiftsPage'), 'ShiftsPage'),
  at('/shifts/$id', () => import('../features/shift/ShiftRecordPage'), 'ShiftRecordPage'),
  at('/orders', () => import('../features/order/OrdersPage'), 'OrdersPage'),
  at('/orders/$id', () => import('../features/order/OrderPage'), 'OrderPage'),
  at('/orders/$id/exchange', () => import('../features/exchange/ExchangePage'), 'ExchangePage'),
  at('/approvals', () => import('../features/refund/ApprovalsPage'), 'ApprovalsPage'),
  at('/carriers', () => import('../features/carrier/CarriersPage'), 'CarriersPage'),
  at('/carriers/$id', () => import('../features/carrier/CarrierPage'), 'CarrierPage'),
  at('/vehicles', () => import('../features/vehicle/VehiclesPage'), 'VehiclesPage'),
  at('/vehicles/$id', () => import('../features/vehicle/VehiclePage'), 'VehiclePage'),
  at('/drivers', () => import('../features/driver/DriversPage'), 'DriversPage'),
  at('/drivers/$id', () => import('../features/driver/DriverPage'), 'DriverPage'),
  at('/permits', () => import('../features/permit/PermitsPage'), 'PermitsPage'),
  at('/exchange', () => import('../features/manifest/DestinationsPage'), 'DestinationsPage'),
  at('/mailbox', () => import('../features/mailbox/MailboxPage'), 'MailboxPage'),
  at('/staff', () => import('../features/staff/StaffPage'), 'StaffPage'),
  at('/staff/$id', () => import('../features/staff/MemberPage'), 'MemberPage'),
  at('/companies', () => import('../features/company/CompaniesPage'), 'CompaniesPage'),
  at('/companies/$id', () => import('../features/company/CompanyPage'), 'CompanyPage'),
  at('/accounts', () => import('../features/wallet/WalletsPage'), 'WalletsPage'),
  at('/accounts/$id', () => import('../features/wallet/WalletPage'), 'WalletPage'),
  at('/partners', () => import('../features/partner/PartnersPage'), 'PartnersPage'),
  at('/gateways', () => import('../features/gateway/GatewaysPage'), 'GatewaysPage'),
  at('/gateways/messages', () => import('../features/gateway/MessagesPage'), 'MessagesPage'),
  at('/registries', () => import('../features/registry/RegistriesPage'), 'RegistriesPage'),
  at('/registries/differences', () => import('../features/registry/DifferencesPage'), 'DifferencesPage'),
  at('/terminals', () => import('../features/terminalNetwork/TerminalsPage'), 'TerminalsPage'),
  at('/terminals/requests', () => import('../features/terminalNetwork/RequestsPage'), 'RequestsPage'),
  at('/registers', () => import('../features/fiscalRegister/RegistersPage'), 'RegistersPage'),
  at('/receipts', () => import('../features/fiscalReceipt/ReceiptsPage'), 'ReceiptsPage'),
  at('/roles', () => import('../features/staff/RolesPage'), 'RolesPage'),
  at('/account', () => import('../features/secondFactor/AccountPage'), 'AccountPage'),
  at('/audit', () => import('../features/audit/AuditPage'), 'AuditPage'),
  at('/welcome', () => import('../features/staff/WelcomePage'), 'WelcomePage'),
  at('/announcements', () => import('../features/announcement/AnnouncementsPage'), 'AnnouncementsPage'),
  at('/closures', () => import('../features/closure/ClosuresPage'), 'ClosuresPage'),
  at('/closures/new', () => import('../features/closure/ClosurePage'), 'NewClosurePage'),
  at('/closures/$id', () => import('../features/closure/ClosurePage'), 'ClosurePage'),
  at('/routes', () => import('../features/route/RoutesPage'), 'RoutesPage'),
  at('/routes/new', () => import('../features/route/RoutePage'), 'NewRoutePage'),
  at('/routes/$id', () => import('../features/route/RoutePage'), 'RoutePage'),
  at('/promotions', () => import('../features/promotion/PromotionsPage'), 'PromotionsPage'),
  at('/holidays', () => import('../features/holiday/HolidaysPage'), 'HolidaysPage'),
  at('/tariff', () => import('../features/tariff/TariffPage'), 'TariffPage'),
  at('/stations', () => import('../features/station/StationsPage'), 'StationsPage'),
  at('/stations/new', () => import('../features/station/StationPage'), 'NewStationPage'),
  at('/stations/$id', () => import('../features/station/StationPage'), 'StationPage'),
  at('/layouts', () => import('../features/layout/LayoutsPage'), 'LayoutsPage'),
  at('/layouts/$id', () => import('../features/layout/LayoutPage'), 'LayoutPage'),
  at('/jobs', () => import('../features/job/JobsPage'), 'JobsPage'),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/admin',
  parseSearch,
  stringifySearch,
  defaultErrorComponent: RouteFailure,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
