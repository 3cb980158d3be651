import { createServer, type Server, type Socket } from 'node:net';

/** A receipt printer on the network: it understands what is sent to it and counts what it has cut off. */
export class Printer {
  /** Dot rows of each slip that came out. */
  readonly slips: number[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => this.serve(socket));
  }

  static async start(): Promise<Printer> {
    const printer = new Printer();
    await new Promise<void>((ready) => {
      printer.server.listen(0, '127.0.0.1', ready);
    });
    return printer;
  }

  get address(): string {
    const at = this.server.address();
    if (!at || typeof at === 'string') throw new Error('The printer does not listen.');
    return `127.0.0.1:${at.port}`;
  }

  stop(): void {
    this.server.close();
  }

  private serve(socket: Socket): void {
    let waiting = Buffer.alloc(0);
    let rows = 0;
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      for (;;) {
        const length = lengthOf(waiting);
        if (length === 0 || waiting.length < length) return;
        const command = waiting.subarray(0, length);
        waiting = waiting.subarray(length);
        if (command[0] === 0x10) socket.write(Buffer.from([0x12]));
        else if (command[0] === 0x1d && command[1] === 0x72) socket.write(Buffer.from([0]));
        else if (command[0] === 0x1d && command[1] === 0x76) rows += command.readUInt16LE(6);
        else if (command[0] === 0x1d && command[1] === 0x56) {
          this.slips.push(rows);
          rows = 0;
        }
      }
    });
  }
}

/** Bytes of the first command; 0: more is needed to know. */
function lengthOf(bytes: Buffer): number {
  if (bytes.length < 2) return 0;
  const [first, second] = bytes;
  if (first === 0x1b && second === 0x40) return 2;
  if (first === 0x10) return 3;
  if (first === 0x1d && second === 0x56) return 4;
  if (first === 0x1d && second === 0x72) return 3;
  if (first === 0x1d && second === 0x76) return bytes.length < 8 ? 0 : 8 + bytes.readUInt16LE(4) * bytes.readUInt16LE(6);
  throw new Error(`Not a command of ESC/POS: ${first} ${second}`);
}
