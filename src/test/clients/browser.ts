// Chromium, as the tests of what a browser shows start it.
import { chromium } from 'playwright-core';

export const patience = 60_000; // milliseconds, on a machine that has other things to do

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM!, args, timeout: patience });
