// Opens and makes sealed files with an implementation that is not ours. One wish a line as JSON, one answer a line.
import { createPrivateKey, webcrypto } from "node:crypto";
import { createInterface } from "node:readline";
import { CompactSign, GeneralEncrypt, compactDecrypt, compactVerify, decodeProtectedHeader, generalDecrypt, importJWK } from "jose";

globalThis.crypto ??= webcrypto; // Node 18 has it, but not under this name

const text = (bytes) => new TextDecoder().decode(bytes);
const bytes = (string) => new TextEncoder().encode(string);

// A certificate inside a sealed file, with the private key of one reader.
async function open({ sealed, jwk }) {
  const key = await importJWK(jwk, "ECDH-ES+A256KW");
  const { plaintext, protectedHeader } = await generalDecrypt(sealed, key, {
    keyManagementAlgorithms: ["ECDH-ES+A256KW"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  const { kid, typ } = decodeProtectedHeader(text(plaintext));
  const signer = JSON.parse(Buffer.from(kid.slice("did:jwk:".length, -"#0".length), "base64url").toString());
  const { payload } = await compactVerify(text(plaintext), await importJWK(signer, "Ed25519"), { algorithms: ["Ed25519"] });
  return { typ, cty: protectedHeader.cty, inside: text(plaintext), name: JSON.parse(text(payload)).credentialSubject.name };
}

// What is in a recovery file.
async function unlock({ file, passphrase }) {
  const { plaintext } = await compactDecrypt(file, bytes(passphrase), {
    keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
    maxPBES2Count: 210000,
  });
  return JSON.parse(text(plaintext));
}

// The private key that is printed on paper: base32 without the check group.
async function fromPaper({ paper }) {
  const bits = [...paper.replaceAll(" ", "").slice(0, 52)]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const raw = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const der = Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), raw]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({ format: "jwk" });
}

// A signing key that was sealed for the recovery key alone.
async function unseal({ sealed, jwk }) {
  const { plaintext } = await compactDecrypt(sealed, await importJWK(jwk, "ECDH-ES+A256KW"));
  return JSON.parse(text(plaintext));
}

// A signed certificate.
async function sign({ payload, header, jwk }) {
  return await new CompactSign(bytes(JSON.stringify(payload)))
    .setProtectedHeader(header)
    .sign(await importJWK(jwk, header.alg));
}

// A sealed file with whatever headers.
async function seal({ signed, header, to, unprotected, aad }) {
  const letter = new GeneralEncrypt(bytes(signed)).setProtectedHeader(header);
  if (unprotected) letter.setSharedUnprotectedHeader(unprotected);
  if (aad) letter.setAdditionalAuthenticatedData(bytes(aad));
  for (const { jwk, ...own } of to) {
    const recipient = letter.addRecipient(await importJWK(jwk, own.alg ?? header.alg));
    if (Object.keys(own).length) recipient.setUnprotectedHeader(own);
  }
  return await letter.encrypt();
}

const does = { open, unlock, fromPaper, unseal, sign, seal };
for await (const line of createInterface({ input: process.stdin })) {
  const { wish, ...given } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ answer: await does[wish](given) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
