import { build } from 'esbuild';
for (const o of [{ format: 'cjs', platform: 'node', target: 'node20' }, { format: 'esm', platform: 'node', target: 'node20' }, { format: 'cjs', platform: 'node', target: 'es2022' }, { format: 'cjs', platform: 'neutral', mainFields: ['module','main'], target: 'es2022', external: ['node:*','crypto','http','https','url','util','stream','fs','path','zlib','buffer','events'] }]) {
const r = await build({ entryPoints: ['serverless/propose-policy.ts'], bundle: true, minify: true, metafile: true, write: false, alias: { 'form-data': '/tmp/offers/build/form-data-stub.cjs' }, logLevel: 'silent', ...o }).catch(e => { console.log(String(e).slice(0, 200)); });
if (!r) continue; const out = Object.values(r.metafile.outputs)[0]; const z = Object.entries(out.inputs).filter(([f]) => f.includes('core/util.js')).map(([, x]) => x.bytesInOutput);
console.log(JSON.stringify(o).slice(0, 80), out.bytes, z);
}
const r = await build({ entryPoints: ['serverless/score-deal.ts'], bundle: true, minify: false, format: 'cjs', platform: 'node', target: 'node20', write: false, alias: { 'form-data': '/tmp/offers/build/form-data-stub.cjs' } });
const t = r.outputFiles[0].text; const i = t.indexOf('v4/core/util.js'); console.log(t.slice(i, i + 2500));
console.log([...t.matchAll(/.*util_exports.*/g)].map((m) => m[0]).slice(0, 20).join('\n'));
