import type { LoadCatalogues } from 'web-shared';

/** Each language is a chunk of its own: only the one in use is fetched. */
export const loadCatalogues: LoadCatalogues = async (language) => {
  switch (language) {
    case 'ky': {
      const [app, shared] = await Promise.all([import('../locales/ky.json'), import('web-shared/locales/ky.json')]);
      return { app: app.default, shared: shared.default };
    }
    case 'en': {
      const [app, shared] = await Promise.all([import('../locales/en.json'), import('web-shared/locales/en.json')]);
      return { app: app.default, shared: shared.default };
    }
    case 'ru': {
      const [app, shared] = await Promise.all([import('../locales/ru.json'), import('web-shared/locales/ru.json')]);
      return { app: app.default, shared: shared.default };
    }
  }
};
