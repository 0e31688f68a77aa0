package vn.lienthong.identity.session;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * While Redis is away nobody has a session: pages that need none are shown, and whoever wants to log in is told to try
 * again, because that must be remembered.
 */
final class PatientSessions<S extends Session> implements SessionRepository<S> {

    private static final Logger log = LoggerFactory.getLogger(PatientSessions.class);

    private final SessionRepository<S> redis;

    PatientSessions(SessionRepository<S> redis) {
        this.redis = redis;
    }

    @Override
    public S createSession() {
        return redis.createSession();
    }

    @Override
    public void save(S session) {
        redis.save(session);
    }

    @Override
    public @Nullable S findById(String id) {
        try {
            return redis.findById(id);
        } catch (DataAccessException away) {
            log.warn("Redis is away: a session could not be read");
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        try {
            redis.deleteById(id);
        } catch (DataAccessException away) {
            log.warn("Redis is away: a session could not be removed; its log-in has ended all the same");
        }
    }
}
