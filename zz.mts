const {procedures}=await import('./domain/gicc/procedures.js');
const {createHash}=await import('node:crypto');const {canonicalText}=await import('./db/canonical-text.js');
const t=process.cpuUsage(); for (const p of procedures) void p.steps; const u=process.cpuUsage(t); console.log(u.user/1000, procedures.map(p=>createHash('sha256').update(canonicalText(p)).digest('hex').slice(0,12)));
