/**
 * Walks paths through the tree on this page as a reader who clicks: answers, goes on after outcomes, and from one path
 * to the next changes only the answers that differ. Returns what was not as it should be.
 */
async (json) => {
  const { asks, labels, titles, groups } = JSON.parse(json);
  const root = document.querySelector(".tree");
  const url = location.href;
  const faults = [];
  /** The answers given since the start, which the page must keep. */
  let kept;
  let clicks = 0;

  const same = (one, two) => one?.join() === two.join();
  const button = (words) => [...root.querySelectorAll("button")].find((one) => one.textContent === words);
  const press = (part) => {
    clicks += 1;
    part.click();
  };

  function restart() {
    const start = button("Start forfra");
    if (start) press(start);
    kept = new Map();
  }

  function answer(question, values) {
    const fields = [...root.querySelectorAll("form input")];
    const ticked = fields.filter((field) => field.checked).map((field) => field.value);
    if (!same(ticked, kept.get(question) ?? [])) faults.push(`${question}: shows ${ticked}, was answered ${kept.get(question)}`);
    for (const field of fields) if (field.checked !== values.includes(field.value)) field.click();
    kept.set(question, values);
    press(root.querySelector("form > button"));
  }

  /** The button to change an answer. The answers given are drawn when the reader has seen the question. */
  async function changeOf(ask) {
    const find = () => [...root.querySelectorAll(".tree-answer")].find((row) => row.firstChild.textContent === ask);
    for (let frames = 9; frames && !find(); frames -= 1) await new Promise(requestAnimationFrame);
    return find().querySelector("button");
  }

  /** One click; returns whether the path is at its end. */
  async function step({ steps, outcome }, passed) {
    const at = root.dataset.step;
    const next = steps.find(({ question, values }) => !same(kept.get(question), values));
    const here = steps.find(({ question }) => question === at);
    if (!next && at === outcome) return true;
    if (passed.includes(at)) press(root.querySelector(".tree-after > .tree-actions > .button:not(.button--quiet)"));
    else if (here) answer(at, here.values);
    else press(await changeOf(asks[next.question]));
    return false;
  }

  /** What the page says at the end of a path, part by part. */
  function told() {
    const rows = [...root.querySelectorAll(".tree-after .tree-answer")].map(({ children: [ask, words] }) => ({
      ask: ask.textContent,
      words: words.firstChild.textContent,
      level: words.textContent.match(/tæller som »(.*?)«/)?.[1] ?? null,
    }));
    return {
      rows,
      outcomes: [...root.querySelectorAll(".outcome:not([hidden]) h2")].map(({ id }) => id),
      reminders: [...root.querySelectorAll(".tree-step .tree-passed button")].map(({ textContent }) => textContent),
      url: location.href,
    };
  }

  /** What it must say. */
  const expected = ({ steps, outcome }, passed) => ({
    rows: steps.map(({ question, values, level }) => ({
      ask: asks[question],
      words: values.map((value) => labels[question][value]).join(". "),
      level,
    })),
    outcomes: [outcome],
    reminders: passed.map((id) => titles[id]),
    url,
  });

  // Not drawn meanwhile, no step waits for the screen, and the browser hears of the first steps only: that takes nearly all
  // of the time. Other tests look at what is drawn and when, and at title and history after each step.
  document.body.style.display = "none";
  const { requestAnimationFrame: frame } = window;
  window.requestAnimationFrame = queueMicrotask;
  Object.defineProperty(document, "title", { value: document.title, writable: true, configurable: true });
  let entries = 0;
  history.pushState = (state, ...more) => {
    entries += 1;
    const isOpaque = Object.keys(state).join() === "step" && Number.isInteger(state.step) && more.join() === "";
    if (!isOpaque) faults.push(`history is told ${JSON.stringify([state, ...more])}`);
    if (!isOpaque || entries < 20) History.prototype.pushState.call(history, state, ...more);
  };

  let reached = 0;
  for (const { passed, paths } of groups) {
    restart();
    for (const path of paths) {
      let left = 100;
      while (left > 0 && !(await step(path, passed))) left -= 1;
      const [actual, wanted] = [told(), expected(path, passed)].map((one) => JSON.stringify(one));
      if (actual === wanted) reached += 1;
      else faults.push(`${actual} is not ${wanted}`);
    }
  }
  delete document.title;
  delete history.pushState;
  window.requestAnimationFrame = frame;
  document.body.style.display = "";
  restart();
  for (let frames = 5; frames; frames -= 1) await new Promise(requestAnimationFrame);
  return { reached, clicks, faults: faults.slice(0, 3) };
}
