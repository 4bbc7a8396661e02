extension HTMLPage {
  /// How a page looks on a screen and on paper.
  static let style = """
    :root { color-scheme: light; }
    body { margin: 0; background: #f6f7f9; color: #222;
      font: 15px/1.55 \(SVGDocument.fonts); }
    main { max-width: 780px; margin: 24px auto; padding: 32px 40px; background: #fff;
      border: 1px solid #e5e7eb; border-radius: 6px; }
    h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.25; }
    h2 { margin: 32px 0 10px; padding-bottom: 4px; font-size: 18px; border-bottom: 1px solid #e5e7eb; }
    p { margin: 0 0 12px; }
    .keys { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0; }
    .key { flex: 1 1 120px; padding: 10px 14px; border: 1px solid #e5e7eb; border-radius: 6px; }
    .key b { display: block; font-size: 22px; font-weight: 600; }
    .key span { color: #6b7280; font-size: 13px; }
    table { margin: 12px 0 18px; border-collapse: collapse; font-size: 14px; }
    caption { padding-bottom: 6px; color: #6b7280; text-align: left; }
    th, td { padding: 4px 14px 4px 0; text-align: left; border-bottom: 1px solid #e5e7eb; }
    th { font-weight: 600; border-bottom-color: #9ca3af; }
    .n { padding-right: 18px; text-align: right; font-variant-numeric: tabular-nums; }
    figure { margin: 16px 0; overflow-x: auto; break-inside: avoid; }
    figure svg { max-width: 100%; height: auto; }
    pre { padding: 12px; overflow-x: auto; background: #f6f7f9; border-radius: 4px; font-size: 13px;
      line-height: 1.4; }
    @media print {
      body { background: #fff; font-size: 11pt; }
      main { max-width: none; margin: 0; padding: 0; border: 0; }
      h2 { break-after: avoid; }
      tr { break-inside: avoid; }
    }
    """
}
