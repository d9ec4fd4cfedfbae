/** The driver as the tests see it: each action of the protocol, done by the process outside of the editor. */
import { type DriverActions, type Report, variables } from './protocol';

/** Sends a report to the driver process. */
export async function report(content: Report): Promise<void> {
  await post('report', content);
}

/** The mouse, the keyboard and the camera. */
export const driver: DriverActions = {
  screenshot: (...args) => act('screenshot', args),
  animate: (...args) => act('animate', args),
  mouseTo: (...args) => act('mouseTo', args),
  hoverText: (...args) => act('hoverText', args),
  clickText: (...args) => act('clickText', args),
  mouseAway: (...args) => act('mouseAway', args),
  type: (...args) => act('type', args),
  press: (...args) => act('press', args),
  click: (...args) => act('click', args),
  doubleClick: (...args) => act('doubleClick', args),
  drag: (...args) => act('drag', args),
  attributesOf: (...args) => act('attributesOf', args),
  rightClick: (...args) => act('rightClick', args),
  textsOf: (...args) => act('textsOf', args),
  waitForText: (...args) => act('waitForText', args),
  waitUntilGone: (...args) => act('waitUntilGone', args),
  webviewTexts: (...args) => act('webviewTexts', args),
  webviewClick: (...args) => act('webviewClick', args),
  webviewDoubleClick: (...args) => act('webviewDoubleClick', args),
  webviewFill: (...args) => act('webviewFill', args),
  webviewWheel: (...args) => act('webviewWheel', args),
  webviewAttribute: (...args) => act('webviewAttribute', args),
  webviewStyle: (...args) => act('webviewStyle', args),
  webviewAccessibility: (...args) => act('webviewAccessibility', args),
  rounds: (...args) => act('rounds', args),
  nextRound: (...args) => act('nextRound', args),
  deedsIn: (...args) => act('deedsIn', args),
  webviewDeeds: (...args) => act('webviewDeeds', args),
  requestsTo: (...args) => act('requestsTo', args),
  openedInBrowser: (...args) => act('openedInBrowser', args),
  resizeSidebar: (...args) => act('resizeSidebar', args),
  resizeWindow: (...args) => act('resizeWindow', args),
};

async function act<K extends keyof DriverActions>(name: K, args: Parameters<DriverActions[K]>): Promise<Awaited<ReturnType<DriverActions[K]>>> {
  return (await post('action', { name, args })) as Awaited<ReturnType<DriverActions[K]>>;
}

async function post(kind: 'action' | 'report', body: unknown): Promise<unknown> {
  const address = process.env[variables.address];
  if (address === undefined) throw new Error(`${variables.address} is not set: the tests were not started by the driver.`);
  const response = await fetch(`${address}/${kind}`, { method: 'POST', body: JSON.stringify(body) });
  const { value, error } = (await response.json()) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}
