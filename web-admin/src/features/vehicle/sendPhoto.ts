import { sessionPort } from '../account/session';

const LONGEST_SIDE = 1600;
const QUALITY = 0.85;
type Outcome = 'ok' | 'notPicture' | 'tooMany' | 'failed';

/** Sends a photo of a sensible size; what a camera writes beside it, such as the place, stays behind. */
export async function sendPhoto(vehicle: string, file: File): Promise<Outcome> {
  const body = await shrunk(file);
  if (!body) return 'notPicture';
  try {
    const token = await sessionPort.accessToken();
    const answer = await fetch(`/photos/${encodeURIComponent(vehicle)}`, { method: 'POST', body, headers: token ? { Authorization: `Bearer ${token}` } : {} });
    if (answer.ok) return 'ok';
    return answer.status === 415 ? 'notPicture' : answer.status === 409 ? 'tooMany' : 'failed';
  } catch {
    return 'failed';
  }
}

async function shrunk(file: File): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => {
      canvas.toBlob(done, 'image/jpeg', QUALITY);
    });
  } catch {
    return null;
  }
}
