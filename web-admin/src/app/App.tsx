import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { cssVariables, theme } from 'web-shared';
import { router } from '../routes/router';
import { GraphProvider } from './GraphProvider';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <GraphProvider>
        <RouterProvider router={router} />
      </GraphProvider>
    </MantineProvider>
  );
}
