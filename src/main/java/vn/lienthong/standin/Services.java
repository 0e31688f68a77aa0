package vn.lienthong.standin;

import org.jspecify.annotations.Nullable;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.protocol.Envelope;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;

/** Checks who calls and gives the call to the service it names. */
final class Services {

    private final Sessions sessions;
    private final DossierServices dossiers;
    private final Catalogue catalogue;
    private final @Nullable String destination;

    Services(Sessions sessions, DossierServices dossiers, Catalogue catalogue, @Nullable String destination) {
        this.sessions = sessions;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.destination = destination;
    }

    Reply answer(Door door, Fault fault) {
        door.call().checkReadable();
        door.checkDestination(destination);
        if (door.service().equals(NationalPortal.LOGIN)) {
            return sessions.logIn(door.call());
        }
        if (!door.relay()) {
            sessions.check(door.call());
        }
        door.call().text("madonvi");
        door.call().text("service");
        door.checkAllowed();
        return serve(door.call(), fault);
    }

    private Reply serve(Envelope call, Fault fault) {
        return switch (call.service()) {
            case "DongBoHoSoMC" -> dossiers.push(call, fault);
            case "CapNhatTienDoHoSoMC" -> dossiers.progress(call, fault);
            case "TraCuuHoSo" -> dossiers.lookUp(call, fault);
            default -> catalogue(call);
        };
    }

    private Reply catalogue(Envelope call) {
        if (!Catalogue.SERVICES.contains(call.service())) {
            throw Refusal.badField("service", "không được hỗ trợ");
        }
        return catalogue.answer(call);
    }
}
