#!/usr/bin/env node
// `npm create warta my-paper` runs the package of this name: the program itself has the command.
import 'warta/create'
