/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The numbered references of the page being printed; pages without a list have none. */
    apparatus?: import('./components/apparatus.ts').Apparatus;
  }
}
