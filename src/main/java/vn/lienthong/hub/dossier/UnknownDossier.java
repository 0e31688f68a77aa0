package vn.lienthong.hub.dossier;

import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.trust.Masks;

/** What whoever asks for a dossier that is not there, or not theirs, is told: the same words in both cases. */
public final class UnknownDossier {

    private UnknownDossier() {}

    public static ProblemException problem(String code) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown-dossier", "Không có hồ sơ nào mang mã " + Masks.code(code));
    }
}
