"use strict";
// Stands after the packed library: everything the figure needs has arrived.
App.startFigure();
