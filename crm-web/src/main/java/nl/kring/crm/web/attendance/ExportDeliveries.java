package nl.kring.crm.web.attendance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.attendance.delivery.CreditDeliveries;
import nl.kring.crm.attendance.delivery.DeliveryLine;
import nl.kring.crm.attendance.delivery.DeliveryList;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** The participants at the registers as a file, each number as text, for who types them in or sends them to a body. */
@WebServlet("/attendance/deliveries-file")
public class ExportDeliveries extends ExportFile {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of(
            "attendance_take-attendance.name",
            "attendance_list-deliveries.initials",
            "attendance_take-attendance.profession",
            "attendance_list-deliveries.register",
            "attendance_list-deliveries.number",
            "attendance_list-deliveries.as-pasted",
            "attendance_list-deliveries.state");

    @Inject
    private transient CreditDeliveries deliveries;

    @Inject
    private transient Me me;

    public ExportDeliveries() {
        super("presentie-registers");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        DeliveryList list = deliveries.list(Shown.uuid(request.getParameter("id")));
        Locale locale = me.getLocale();
        return file -> {
            file.row(COLUMNS.stream().map(column -> Texts.of(locale, column)).toList());
            for (DeliveryLine line : list.lines()) {
                file.row(Arrays.asList(
                        line.name(),
                        line.initials(),
                        line.profession() == null ? null : Texts.of(locale, "values.profession." + line.profession()),
                        line.schemeName(),
                        line.number(),
                        line.paste(),
                        Texts.of(locale, "attendance.delivery.state." + line.state())
                                + (line.reason() == null
                                        ? ""
                                        : ": " + Texts.of(locale, "attendance.delivery.reason." + line.reason()))));
            }
        };
    }
}
