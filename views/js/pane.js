/** A canvas that lies on the Leaflet map, follows its panning and zooming, and is painted by a function. */

/* global L */

/** @typedef {import("./view.js").View} View */

/**
 * Make a canvas layer on Leaflet's own renderer, which scales the old picture while the map zooms: no blank frame.
 * @param {string} id of the canvas element
 * @param {(ctx: CanvasRenderingContext2D, view: View) => void} paint in CSS pixels from the canvas's corner
 * @param {number} padding how far beyond the map it reaches, as a share of its size
 * @returns {any} an L.Layer with `repaint()`, `canvas` and `view`
 */
export function canvasPane(id, paint, padding) {
  const Pane = /** @type {any} */ (L).Renderer.extend({
    options: { padding, pane: "overlayPane" },

    _initContainer() {
      this.canvas = this._container = document.createElement("canvas");
      this._container.id = id;
      this._container._leaflet_disable_events = true;
      this._container.style.pointerEvents = "none";
      this._ctx = this._container.getContext("2d");
    },

    _destroyContainer() {
      this._container.remove();
      delete this._container;
      delete this._ctx;
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      /** @type {any} */ (L).Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const [width, height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
      if (this._container.width !== width || this._container.height !== height) {
        this._container.width = width;
        this._container.height = height;
        this._container.style.width = `${size.x}px`;
        this._container.style.height = `${size.y}px`;
      }
      const origin = this._map.getPixelOrigin();
      this.view = {
        scale: this._map.options.crs.scale(this._zoom),
        left: origin.x + this._bounds.min.x,
        top: origin.y + this._bounds.min.y,
        width: size.x,
        height: size.y,
        zoom: this._zoom,
        inset: (size.x * padding) / (1 + 2 * padding),
        insetY: (size.y * padding) / (1 + 2 * padding),
      };
      this.repaint();
      this.fire("update");
    },

    /** Stand on whole pixels where the zoom is the picture's own: between them every word is blurred. @param {any} center @param {number} zoom */
    _updateTransform(center, zoom) {
      if (this._bounds && zoom === this._zoom && !this._map._animatingZoom) L.DomUtil.setPosition(this._container, this._bounds.min);
      else /** @type {any} */ (L).Renderer.prototype._updateTransform.call(this, center, zoom);
    },

    repaint() {
      if (!this.view) return;
      const ratio = window.devicePixelRatio || 1;
      this._ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      this._ctx.clearRect(0, 0, this.view.width, this.view.height);
      paint(this._ctx, this.view);
    },
  });
  return new Pane();
}
