/**
 * Writes `dist/sbom.cdx.json`: what is in the bundles, as a CycloneDX list of packages with versions, licences and hashes. Run after the bundles
 * are built. All packages are bundled, so none is a dependency of the package as npm sees it: what the bundles hold says which ship.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const shipped = new Set(['citeproc']);
for (const file of readdirSync('dist/meta')) {
  for (const input of Object.keys(JSON.parse(readFileSync(`dist/meta/${file}`, 'utf8')).inputs)) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name) shipped.add(name);
  }
}
const npm = process.env.npm_execpath;
const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
const { status, stdout, stderr } = npm
  ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })
  : spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 1 << 26, shell: process.platform === 'win32' });
if (status !== 0) throw new Error(`npm sbom ended with ${status}: ${stderr}`);
const all = JSON.parse(stdout);
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const components = all.components
  .filter(({ name, version }) => shipped.has(name) && lock[`node_modules/${name}`]?.version === version)
  .map(({ 'bom-ref': ref, type, name, version, purl, hashes, licenses }) => ({ 'bom-ref': ref, type, name, version, scope: 'required', purl, hashes, licenses }));
const missing = [...shipped].filter((name) => !components.some((component) => component.name === name));
if (missing.length > 0) throw new Error(`The bundles hold packages that npm does not list: ${missing.join(', ')}`);
const { name, version, purl } = all.metadata.component;
const sbom = {
  $schema: all.$schema, bomFormat: all.bomFormat, specVersion: all.specVersion, version: 1,
  metadata: { component: { 'bom-ref': `${name}@${version}`, type: 'application', name, version, purl } },
  components,
  dependencies: [{ ref: `${name}@${version}`, dependsOn: components.map((component) => component['bom-ref']) }],
};
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(sbom, null, 1)}\n`);
