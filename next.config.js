/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Programs with native parts or files of their own: loaded by Node, not bundled.
  serverExternalPackages: ["esbuild", "pg-boss", "pino", "sharp"],
  turbopack: { root: import.meta.dirname },
};
