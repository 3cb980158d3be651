import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { parseSearch, readSearch, stringifySearch } from 'web-shared/routing';
import { Layout } from '../app/Layout';
import { NotFoundPage } from '../app/NotFoundPage';
import { RouteFailure } from '../app/RouteFailure';

/** Thin routes: an address, what it carries, and the page that is fetched when somebody goes there. */
const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage });
function at<Name extends string>(path: string, load: () => Promise<Record<Name, ComponentType>>, page: Name): AnyRoute {
  return createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: readSearch,
    component: lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, page),
  });
}

const routes = [
  at('/', () => import('../features/site/HomePage'), 'HomePage'),
  at('/search', () => import('../features/journey/SearchPage'), 'SearchPage'),
  at('/trip', () => import('../features/seat/SeatsPage'), 'SeatsPage'),
  at('/order/$number/passengers', () => import('../features/order/PassengersPage'), 'PassengersPage'),
  at('/order/$number/payment', () => import('../features/payment/PaymentPage'), 'PaymentPage'),
  at('/order/$number', () => import('../features/order/OrderPage'), 'OrderPage'),
  at('/orders', () => import('../features/order/DeviceOrdersPage'), 'DeviceOrdersPage'),
  at('/sign-in', () => import('../features/account/SignInPage'), 'SignInPage'),
  at('/cabinet', () => import('../features/account/CabinetPage'), 'CabinetPage'),
  at('/stations', () => import('../features/board/StationsPage'), 'StationsPage'),
  at('/board/$stationId', () => import('../features/board/BoardPage'), 'BoardPage'),
  at('/hall/$stationId', () => import('../features/hall/HallPage'), 'HallPage'),
  at('/about', () => import('../features/about/AboutPage'), 'AboutPage'),
  at('/privacy', () => import('../features/about/PrivacyPage'), 'PrivacyPage'),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: RouteFailure,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
