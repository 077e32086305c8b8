// Reads signed files, one a line, and prints for each whether an implementation that is not ours accepts it.
import { webcrypto } from "node:crypto";
import { createInterface } from "node:readline";
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";

globalThis.crypto ??= webcrypto; // Node 18 has it, but not under this name

async function accepts(signed) {
  try {
    const { kid, typ } = decodeProtectedHeader(signed);
    if (typ !== "vc+jwt") return "no";
    const jwk = JSON.parse(Buffer.from(kid.slice("did:jwk:".length, -"#0".length), "base64url").toString());
    const key = await importJWK(jwk, "Ed25519");
    const { payload } = await compactVerify(signed, key, { algorithms: ["Ed25519"] });
    return `yes ${JSON.parse(new TextDecoder().decode(payload)).credentialSubject.name}`;
  } catch {
    return "no";
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(await accepts(line));
}
