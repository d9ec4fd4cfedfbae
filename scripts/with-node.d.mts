/** Path of the Node to run Attest's own code with: the development dependency, else the one that runs this. */
export declare const nodePath: string;
