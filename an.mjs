import { build } from 'esbuild';
const r = await build({ entryPoints: ['serverless/score-deal.ts'], bundle: true, minify: true, format: 'cjs', platform: 'node', target: 'node20', metafile: true, write: false, alias: { 'form-data': '/tmp/offers/build/form-data-stub.cjs' } }).catch(e => { console.log(String(e).slice(0, 300)); process.exit(); });
const out = Object.values(r.metafile.outputs)[0];
const groups = {};
for (const [f, { bytesInOutput: b }] of Object.entries(out.inputs)) { const k = f.includes('node_modules') ? f.replace(/.*node_modules\//,'').split('/').slice(0,7).join('/') : f.split('/').slice(0,2).join('/'); groups[k] = (groups[k] ?? 0) + b; }
console.log(out.bytes); for (const [k, b] of Object.entries(groups).sort((a, b) => b[1] - a[1]).slice(0, 50)) console.log(b, k);
for (const [f, { bytesInOutput: b }] of Object.entries(out.inputs).sort((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)) if (/api-client|src\/crm|reply/.test(f) && b > 350) console.log('   ', b, f.replace(/.*codegen\/crm\/objects\//,''));
