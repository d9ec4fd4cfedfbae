/**
 * What the tests in the editor and the driver outside of it say to each other. The driver holds the mouse, the keyboard and
 * the camera; the tests hold `vscode`. The tests ask by `POST <address>/action`, and report by `POST <address>/report`.
 */

/** Where text is looked for on the screen: `near` is other text of the same rendered line; `nth` counts from 0. */
export interface OnScreen {
  readonly near?: string;
  readonly nth?: number;
}

/** A part of the window, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a picture is taken: of a part of the window or of what a selector matches, with `margin` pixels around it. `documentation`: it is one that the README shows. */
export interface PictureOptions {
  readonly documentation?: boolean;
  /** One pixel for each CSS pixel, however fine the screen is: for pictures that are seldom looked at. */
  readonly coarse?: boolean;
  readonly clip?: Box;
  readonly selector?: string;
  readonly margin?: number;
}

/** A picture that was taken, by its name, and how long it stands in a picture that moves. */
export interface Frame {
  readonly picture: string;
  readonly ms: number;
}

/** What the driver can do. Whatever waits does so for `timeoutMs` at most (10 s) and then throws with what it saw. */
export interface DriverActions {
  /** Takes a picture and returns the path of the file. */
  screenshot(name: string, options?: PictureOptions): Promise<string>;
  /** Makes one picture for the documentation of pictures that were taken in turn, and returns the path of the file. */
  animate(name: string, frames: readonly Frame[]): Promise<string>;
  /** Rests the mouse on the middle of what the selector matches. */
  mouseTo(selector: string): Promise<void>;
  /** Rests the mouse on text in the active text editor. */
  hoverText(text: string, where?: OnScreen): Promise<void>;
  /** Clicks text in the active text editor, which sets the cursor there. */
  clickText(text: string, where?: OnScreen): Promise<void>;
  /** Rests the mouse where nothing reacts, so that hovers close. */
  mouseAway(): Promise<void>;
  /** Types characters as from a keyboard. */
  type(text: string): Promise<void>;
  /** Presses a key with its modifiers, as `Control+Space` or `Enter`. */
  press(key: string): Promise<void>;
  /** Clicks what the selector matches first; with `text`, the first match that contains it. */
  click(selector: string, text?: string): Promise<void>;
  /** Double-clicks, otherwise as `click`. */
  doubleClick(selector: string, text?: string): Promise<void>;
  /** Drags what the selector matches first, with that text in it, to text in the active text editor. */
  drag(selector: string, text: string, target: string, where?: OnScreen): Promise<void>;
  /** The values of an attribute of all visible matches, in the order of the page; empty where there is none. */
  attributesOf(selector: string, attribute: string): Promise<string[]>;
  /** Clicks with the right button, otherwise as `click`. */
  rightClick(selector: string, text?: string): Promise<void>;
  /** The visible texts of all matches, in the order of the page. Nothing visible: an empty list. */
  textsOf(selector: string): Promise<string[]>;
  /** Waits until a visible match contains the text, and returns that match's whole text. */
  waitForText(selector: string, text: string, timeoutMs?: number): Promise<string>;
  /** Waits until no match is visible. */
  waitUntilGone(selector: string, timeoutMs?: number): Promise<void>;
  /** The same for a web view: of the one that is visible, by selectors of its page. */
  webviewTexts(selector: string): Promise<string[]>;
  webviewClick(selector: string, text?: string): Promise<void>;
  webviewDoubleClick(selector: string, text?: string): Promise<void>;
  /** Puts text into a field in place of what it has. */
  webviewFill(selector: string, text: string): Promise<void>;
  /** Turns the wheel over the middle of what the selector matches; negative: away from the body, which zooms in. */
  webviewWheel(selector: string, turns: number): Promise<void>;
  /** The value of an attribute of the first match; null when there is none. */
  webviewAttribute(selector: string, name: string): Promise<string | null>;
  /** A computed style of the first match. */
  webviewStyle(selector: string, property: string): Promise<string>;
  /** Runs axe-core in the page of the web view: each violation with the elements it is about. */
  webviewAccessibility(): Promise<string[]>;
  /** How often the window has been loaded again, the time that is coming included once it is counted by `nextRound`. */
  rounds(): Promise<number>;
  /** The window is about to be loaded again, in which the tests are started anew. */
  nextRound(): Promise<void>;
  /**
   * What the matches and all within them would do besides showing words, seen or not: `a TARGET`, `img TARGET`, `script`, `icon NAME` and the like, each once.
   * Words alone do nothing: an empty list.
   */
  deedsIn(selector: string): Promise<string[]>;
  /** The same for the page of the web view that is visible. */
  webviewDeeds(selector: string): Promise<string[]>;
  /** Addresses with that text in them that the window has asked for since it was opened, whoever in it did. */
  requestsTo(part: string): Promise<string[]>;
  /** Shows a file of HTML in a window of its own, takes its picture, and tells its words, its deeds and what it asked for besides itself. */
  openedInBrowser(file: string, picture: string): Promise<{ readonly text: string; readonly deeds: readonly string[]; readonly requests: readonly string[] }>;
  /** Makes the side bar that wide, in CSS pixels, by dragging its edge. */
  resizeSidebar(width: number): Promise<void>;
  /** Makes the window that large, in CSS pixels. */
  resizeWindow(width: number, height: number): Promise<void>;
}

/** One finished test: its title with those of its suites, and the failure's message and stack. */
export interface TestResult {
  readonly title: readonly string[];
  readonly state: 'passed' | 'failed' | 'pending';
  readonly durationMs: number;
  readonly error?: string;
}

/** What the tests report: each test as it ends, then that all are done, or that the suite could not be run. */
export type Report =
  | { readonly kind: 'test'; readonly result: TestResult }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken'; readonly error: string };

/**
 * Names of the variables by which the driver tells the tests its address (with a secret), which files to run (`,` between),
 * the folder that the extension has to come from, and for the suite `large` a corpus and a draft that rests on it.
 */
export const variables = { address: 'ATTEST_DRIVER', suites: 'ATTEST_SUITES', home: 'ATTEST_HOME', corpus: 'ATTEST_CORPUS', draft: 'ATTEST_DRAFT' } as const;
