package nl.kring.crm.intake.file;

import nl.kring.crm.platform.InvalidInputException;

/** A file that cannot be read as a register; the code says why, nothing of it is kept. */
public class FileRefusedException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    public FileRefusedException(String code, Object... arguments) {
        super(code, arguments);
    }
}
