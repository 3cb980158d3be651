import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import { TableBox } from '../../app/TableBox';
import { DestinationChoicesDocument, ManifestDestinationsDocument, type DestinationPartsFragment } from '../../gql/graphql';
import { DestinationForm } from './DestinationForm';

/** Who is sent manifests at departure. */
export function DestinationsPage() {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: ManifestDestinationsDocument, requestPolicy: 'cache-and-network' });
  const [{ data: choices }] = useQuery({ query: DestinationChoicesDocument });
  const [open, setOpen] = useState<DestinationPartsFragment | 'new' | null>(null);
  const [saved, setSaved] = useState(false);
  const rows = data?.manifestDestinations;
  const whose = (row: DestinationPartsFragment) => {
    const carrier = choices?.carriers.find((one) => one.id === row.carrierId)?.name;
    const station = choices?.stations.find((one) => one.id === row.stationId)?.name;
    return [carrier, station].filter(Boolean).join(', ') || t('destination.all');
  };
  const columns = [t('destination.name'), t('destination.trips'), t('destination.format'), t('destination.state'), t('jobs.action')];
  return (
    <Page title={t('destination.title')} lead={t('destination.lead')} tools={<Button onClick={() => setOpen('new')}>{t('destination.new')}</Button>}>
      {saved && <Notice live tone="ok" title={t('staff.saved')} />}
      {error && !rows && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!rows && !error && <Skeleton height={240} radius="lg" />}
      {rows?.length === 0 && <Empty title={t('destination.none')}>{t('destination.noneText')}</Empty>}
      {rows && rows.length > 0 && (
        <TableBox label={t('destination.title')} columns={columns}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.name}
                <small style={{ overflowWrap: 'anywhere' }}>{row.url}</small>
              </td>
              <td>{whose(row)}</td>
              <td>{row.format}</td>
              <td>
                <Badge tone={row.active ? 'good' : 'quiet'}>{t(row.active ? 'destination.on' : 'destination.off')}</Badge>
              </td>
              <td>
                <Button size="compact-sm" variant="default" onClick={() => setOpen(row)} aria-label={t('destination.editNamed', { name: row.name })}>
                  {t('roles.edit')}
                </Button>
              </td>
            </tr>
          ))}
        </TableBox>
      )}
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="lg" title={open === 'new' ? t('destination.newTitle') : t('destination.editTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && (
          <DestinationForm
            key={open === 'new' ? 'new' : open.id}
            destination={open === 'new' ? undefined : (rows?.find((one) => one.id === open.id) ?? open)}
            carriers={choices?.carriers ?? []}
            stations={choices?.stations ?? []}
            reread={() => reload({ requestPolicy: 'network-only' })}
            onSaved={() => {
              setOpen(null);
              setSaved(true);
              reload({ requestPolicy: 'network-only' });
            }}
          />
        )}
      </Modal>
    </Page>
  );
}
