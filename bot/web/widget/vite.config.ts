import { defineConfig } from "vitest/config";

// One classic script: it works with `async`, knows its own address by `document.currentScript`, and asks for nothing else.
export default defineConfig({
  build: {
    target: "es2020",
    outDir: "../static",
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "vacaturebot", fileName: () => "widget.js" },
  },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
});
