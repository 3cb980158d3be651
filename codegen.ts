import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for both SPAs, made from the server's own schema and each SPA's .graphql files. */
const preset = (app: string): CodegenConfig['generates'] => ({
  [`${app}/src/gql/`]: {
    preset: 'client',
    schema: 'schema.graphql',
    documents: [`${app}/src/**/*.graphql`],
    presetConfig: { fragmentMasking: false },
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      strictScalars: true,
      scalars: {
        Decimal: 'string',
        DateTime: 'string',
        Date: 'string',
        LocalDateTime: 'string',
        JSON: 'unknown',
      },
    },
  },
});

const config: CodegenConfig = {
  ignoreNoDocuments: false,
  generates: { ...preset('web-public'), ...preset('web-admin') },
};

export default config;
