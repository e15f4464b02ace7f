package nl.kring.crm.web.platform;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.platform.CsvExport;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.RowFile;
import nl.kring.crm.platform.XlsxExport;

/** A list as a file that is kept and never shown: XLSX, or CSV when the address says {@code as=csv}. */
public abstract class ExportFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String name;

    protected ExportFile(String name) {
        this.name = name;
    }

    /** What is written once everything about the question was found in order. */
    public interface Contents {
        void writeTo(RowFile file) throws IOException;
    }

    /** Checks the question; nothing was answered yet. */
    protected abstract Contents prepare(HttpServletRequest request);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Contents contents = prepare(request);
            boolean csv = "csv".equals(request.getParameter("as"));
            response.setContentType(
                    csv
                            ? "text/csv; charset=UTF-8"
                            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"" + name + (csv ? ".csv" : ".xlsx") + "\"");
            response.setHeader("Cache-Control", "no-store");
            // closed only when it is whole: what is refused with the first row was not answered yet
            RowFile file =
                    csv ? CsvExport.to(response.getOutputStream()) : XlsxExport.to(response.getOutputStream(), name);
            contents.writeTo(file);
            file.close();
        } catch (NotFoundException notForTheCaller) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND);
        } catch (InvalidInputException noQuestion) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        } catch (EJBAccessException | NotAllowedException notInThisRole) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setHeader("Content-Disposition", "inline");
        response.sendError(status);
    }
}
