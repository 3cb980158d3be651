import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';
import css from './Boarding.module.css';
import { makeDetector } from './detector';

/** The same ticket stays in the picture for a while. */
const SAME_TICKET_MS = 3000;

/** What the phone's camera sees; each code is told once. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onCode);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    tell.current = onCode;
  }, [onCode]);

  useEffect(() => {
    const open = new AbortController();
    let stream: MediaStream | undefined;
    let last = { code: '', at: 0 };
    const run = async () => {
      const detect = await makeDetector();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const view = video.current;
      if (open.signal.aborted || !view) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      view.srcObject = stream;
      await view.play();
      while (!open.signal.aborted) {
        const code = view.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await detect(view) : undefined;
        const now = Date.now();
        if (code && (code !== last.code || now - last.at > SAME_TICKET_MS)) tell.current(code);
        if (code) last = { code, at: now };
        await new Promise((done) => setTimeout(done, 200));
      }
    };
    run().catch(() => {
      if (!open.signal.aborted) setFailed(true);
    });
    return () => {
      open.abort();
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);

  if (failed) return <Notice live tone="error" title={t('boarding.noCamera')}>{t('boarding.noCameraText')}</Notice>;
  return <video ref={video} className={css.video} muted playsInline aria-label={t('boarding.camera')} />;
}
