"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

  // The theme: the system's, until the reader chooses another one.
  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  const remember = (chosen) => {
    // A browser may forbid storage, above all to files.
    try {
      if (chosen) localStorage.setItem("mdlint-theme", chosen);
      return localStorage.getItem("mdlint-theme");
    } catch { return chosen; }
  };
  const chosen = remember();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  theme.hidden = false;
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; remember(root.dataset.theme); label(); });
  dark.addEventListener("change", label);
  label();

  // Links to a rule open its findings.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const rule = target && target.closest(".rule");
    if (rule) { rule.hidden = false; rule.open = true; rule.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);

  const form = document.getElementById("filter");
  if (!form) return;
  form.hidden = false;
  const shown = document.getElementById("shown");
  const total = shown.textContent;
  const rules = all(".rule").map((node) => ({
    node, name: node.dataset.rule, count: node.querySelector(".count"), total: node.querySelector(".count").textContent,
    rest: node.querySelector(".cut"),
    groups: all(".group", node).map((group) => ({ node: group, severity: group.dataset.s, count: Number(group.dataset.n), folder: group.dataset.f, places: all("li", group) })),
  }));
  const texts = new WeakMap();
  const has = (node, words) => {
    if (!words.length) return true;
    if (!texts.has(node)) texts.set(node, node.textContent.toLowerCase());
    return words.every((word) => texts.get(node).includes(word));
  };
  const head = (group) => {
    const [summary, ...rest] = group.node.children;
    return [summary, ...rest.filter((node) => !node.matches(".places"))];
  };

  // How many findings of a group are wanted; those that are not are hidden.
  const filtered = (group, name, want) => {
    if (!want.severities.has(group.severity)) return 0;
    if (!group.places.length) {
      return (!want.folder || group.folder === want.folder) && (want.words.every((word) => name.includes(word) || has(group.node, [word]))) ? 1 : 0;
    }
    const left = want.words.filter((word) => !name.includes(word) && !head(group).some((node) => has(node, [word])));
    let count = 0;
    let whole = !want.folder;
    for (const place of group.places) {
      const listed = "f" in place.dataset;
      const wanted = listed ? (!want.folder || place.dataset.f === want.folder) && has(place, left) : !want.folder && !left.length;
      place.hidden = !wanted;
      if (wanted && listed) count += 1;
      if (!wanted) whole = false;
    }
    return whole ? group.count : count;
  };

  const filter = () => {
    const data = new FormData(form);
    const want = {
      words: data.get("text").toLowerCase().split(/\s+/).filter(Boolean), rule: data.get("rule"), folder: data.get("folder"),
      severities: new Set(data.getAll("severity")),
    };
    const every = !want.words.length && !want.rule && !want.folder && want.severities.size === 3;
    let sum = 0;
    for (const rule of rules) {
      let count = 0;
      const fits = !want.rule || rule.name === want.rule;
      for (const group of fits ? rule.groups : []) {
        const found = filtered(group, rule.name, want);
        group.node.hidden = !found;
        count += found;
      }
      rule.node.hidden = !every && !count;
      rule.count.textContent = every ? rule.total : count.toLocaleString("en");
      if (rule.rest) rule.rest.hidden = !every;
      if (want.words.length || want.rule) rule.node.open = count > 0;
      sum += count;
    }
    shown.textContent = every ? total : `${sum.toLocaleString("en")} of ${total}`;
    document.getElementById("nothing").hidden = every || sum > 0;
  };

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  form.addEventListener("reset", () => setTimeout(() => { for (const rule of rules) rule.node.open = false; filter(); }));
  for (const link of all("a[data-folder]")) {
    link.addEventListener("click", () => { form.reset(); setTimeout(() => { form.elements.folder.value = link.dataset.folder; filter(); }); });
  }
  for (const link of all('a[href^="#rule-"]')) {
    link.addEventListener("click", () => { form.reset(); filter(); setTimeout(reveal); });
  }
  filter(); // a reload keeps what was typed
  reveal();
})();
