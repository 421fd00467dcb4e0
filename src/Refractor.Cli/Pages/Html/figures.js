// Draws the figures of a page from the specifications that stand in it, and saves them.
"use strict";

(function () {
  const save = (name, type, content) => {
    const link = document.createElement("a");
    link.download = name;
    link.href = type === "url" ? content : URL.createObjectURL(new Blob([content], { type }));
    link.click();
    if (type !== "url") setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const tableText = (rows) => {
    const names = Object.keys(rows[0] ?? {});
    const line = (row) => names.map((n) => row[n] ?? "").join("\t");
    return [names.join("\t"), ...rows.map(line)].join("\n") + "\n";
  };

  const draw = async (figure) => {
    if (figure.dataset.state) return;
    figure.dataset.state = "drawing";
    const plot = figure.querySelector(".plot");
    const text = figure.querySelector("script").textContent;
    const specification = JSON.parse(text);
    const name = figure.id;
    const on = (action, run) => figure.querySelector(`[data-save=${action}]`)?.addEventListener("click", run);
    on("json", () => save(`${name}.vl.json`, "application/json", text));
    for (const button of figure.querySelectorAll("[data-table]"))
      button.addEventListener("click", () => {
        const table = button.dataset.table;
        save(`${name}-${table}.tsv`, "text/tab-separated-values", tableText(specification.datasets[table]));
      });
    const withoutDrawing = () => {
      for (const button of figure.querySelectorAll("[data-save=svg], [data-save=png]")) button.hidden = true;
      figure.querySelector(".numbers").open = true;
    };
    if (!globalThis.vega || !globalThis.vegaLite) {
      withoutDrawing();
      plot.textContent = "This copy of Refractor was built without the program that draws figures; the numbers below are complete.";
      figure.dataset.state = "not drawn";
      return;
    }
    try {
      const compiled = vegaLite.compile(specification).spec;
      const view = new vega.View(vega.parse(compiled), { renderer: "svg", container: plot, hover: true });
      view.logLevel(vega.Error);
      await view.runAsync();
      on("svg", async () => save(`${name}.svg`, "image/svg+xml", await view.toSVG()));
      on("png", async () => save(`${name}.png`, "url", await view.toImageURL("png", 3)));
      figure.dataset.state = "drawn";
    } catch (fault) {
      withoutDrawing();
      plot.textContent = `This figure could not be drawn (${fault.message}); the numbers below are complete.`;
      figure.dataset.state = "failed";
    }
  };

  for (const figure of document.querySelectorAll("figure.figure")) {
    const fold = figure.parentElement.closest("details:not([open])");
    if (fold) fold.addEventListener("toggle", () => draw(figure), { once: true });
    else draw(figure);
  }
})();
