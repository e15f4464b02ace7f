package nl.kring.crm.web.accreditation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.web.layout.Me;

/** The quality registers and the versions of their rules. */
@Named
@ViewScoped
public class ListSchemes implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Schemes schemes;

    @Inject
    private Me me;

    /** A register with the versions that stand, the newest first. */
    public record Line(String code, String name, List<SchemeRules> versions) implements Serializable {}

    private List<Line> lines = List.of();

    public void load() {
        if (!me.isPlatformAdmin()) {
            throw new NotAllowedException();
        }
        Map<String, String> names = schemes.names();
        Map<String, List<SchemeRules>> versions = schemes.versions(names.keySet());
        lines = names.entrySet().stream()
                .map(one -> new Line(one.getKey(), one.getValue(), versions.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    public List<Line> getLines() {
        return lines;
    }
}
