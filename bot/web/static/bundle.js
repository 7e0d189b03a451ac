// A citation may start inside a sentence: then the block that holds it is shown.
"use strict";

function showCited() {
  document.querySelectorAll(".cited").forEach((element) => element.classList.remove("cited"));
  const match = /^#p(\d+)$/.exec(location.hash);
  if (!match) return;
  const offset = Number(match[1]);
  const blocks = Array.from(document.querySelectorAll("[data-start]"));
  const block = blocks.find((element) => Number(element.dataset.start) <= offset && offset < Number(element.dataset.end));
  if (!block) return;
  block.classList.add("cited");
  block.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", showCited);
showCited();
