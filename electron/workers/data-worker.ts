/** Thread entry of the only writer: the services, the gates, and the messages to and from the host. */
import { parentPort, workerData } from 'node:worker_threads';
import { createDispatch } from '../dispatch/dispatch.ts';
import type { DataWorkerOptions, FromDataWorker, PortName, Ports, ToDataWorker } from '../ipc/protocol.ts';
import { handlers } from '../procedures/handlers.ts';
import { createIncidentLog } from '../services/incident-log.ts';
import { openDemo } from '../services/training/demo.ts';
import { createServices } from './create-services.ts';

const port = parentPort;
if (!port) throw new Error('The data worker runs only as a worker thread.');
const options = workerData as DataWorkerOptions;
const send = (message: FromDataWorker): void => port.postMessage(message);

/** Questions to the host that have not been answered yet. */
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (cause: Error) => void }>();
let asked = 0;
const ask = <P extends PortName>(name: P, args: Ports[P]['args']): Promise<Ports[P]['value']> =>
  new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject });
    send({ type: 'port', id: asked, port: name, args } as FromDataWorker);
  });

const reportIncident = createIncidentLog(options.userData);
const services = createServices({
  options,
  ask,
  reportIncident,
  publish: (name, payload) => send({ type: 'event', name, payload }),
  jobScript: new URL('./job-worker.js', import.meta.url),
  statisticsScript: new URL('./statistics-worker.js', import.meta.url),
  namesScript: new URL('./names-worker.js', import.meta.url),
  listScript: new URL('./list-worker.js', import.meta.url),
});
const dispatch = createDispatch({ handlers, services, reportIncident });
const ready = options.demo ? openDemo(services, options.userData, options.demo) : Promise.resolve();

async function receive(message: ToDataWorker): Promise<void> {
  switch (message.type) {
    case 'request': {
      await ready;
      send({ type: 'reply', id: message.id, reply: await dispatch(message.name, message.input) });
      return;
    }
    case 'port-reply': {
      const settle = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) settle?.resolve(message.value);
      else settle?.reject(new Error(message.message));
      return;
    }
    case 'stop':
      await services.sessions.lock('closed');
      port?.close();
  }
}

port.on('message', (message: ToDataWorker) => void receive(message));
