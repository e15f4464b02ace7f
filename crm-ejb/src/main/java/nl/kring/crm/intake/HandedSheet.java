package nl.kring.crm.intake;

import java.util.List;

/** Rows for an organisation to take over, in the layout of its own register. */
public record HandedSheet(List<String> headers, List<List<String>> rows) {}
