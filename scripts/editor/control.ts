/** The endpoint by which the tests in the editor reach the driver: on the loopback interface, with a secret in its path. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type DriverActions, type Report } from '../../test/editor/support/protocol';

/** A running endpoint. The actions are given to it when the page is there. */
export interface Control {
  readonly address: string;
  serve(actions: DriverActions): void;
  close(): void;
}

/** Opens the endpoint; `onReport` gets what the tests report, in order. */
export async function openControl(onReport: (report: Report) => void): Promise<Control> {
  const secret = randomBytes(16).toString('hex');
  let serve!: (actions: DriverActions) => void;
  // The tests may be faster than the page: an action waits for it.
  const served = new Promise<DriverActions>((resolve) => {
    serve = resolve;
  });

  const answer = async (url: string | undefined, body: string): Promise<unknown> => {
    if (url === `/${secret}/report`) {
      onReport(JSON.parse(body) as Report);
      return undefined;
    }
    if (url !== `/${secret}/action`) throw new Error('unknown address');
    const { name, args } = JSON.parse(body) as { name: keyof DriverActions; args: unknown[] };
    const actions = await served;
    if (!Object.hasOwn(actions, name)) throw new Error(`The driver cannot ${name}.`);
    return (actions[name] as (...args: unknown[]) => Promise<unknown>)(...args);
  };

  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => answer(request.url, body))
      .then(
        (value) => ({ value }),
        (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
      )
      .then((result) => response.setHeader('content-type', 'application/json').end(JSON.stringify(result)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/${secret}`,
    serve,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  return body;
}
