//! Jobs on some threads, with somebody watching.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::Thread;
use std::time::Duration;
use std::{io, thread};

/// Takes note of so many steps that were done, and says whether to go on.
pub(crate) type Tick<'t> = dyn FnMut(u64) -> ControlFlow<()> + 't;

/// A module of WebAssembly has none, and would carry every kind of job three times for them.
const HAS_THREADS: bool = cfg!(not(target_family = "wasm"));

/// Starts a thread of a scope.
fn start<'scope>(
    scope: &'scope thread::Scope<'scope, '_>,
    work: impl FnOnce() + Send + 'scope,
) -> io::Result<()> {
    #[cfg(test)]
    if tests::NO_THREADS.get() {
        return Err(io::ErrorKind::OutOfMemory.into());
    }
    thread::Builder::new().spawn_scoped(scope, work).map(drop)
}

/// Does all jobs and gives what came of them, in the order of the jobs. The calling thread is one of those that do
/// them. Watching and stopping are left to it: it tells the steps of the others with its own.
pub(crate) fn run<J: Send, T: Send>(
    threads: usize,
    jobs: Vec<J>,
    work: impl Fn(J, &mut Tick<'_>) -> ControlFlow<(), T> + Sync,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<T>> {
    if !HAS_THREADS || threads <= 1 || jobs.len() <= 1 {
        let mut done = Vec::with_capacity(jobs.len());
        for job in jobs {
            done.push(work(job, tick)?);
        }
        return ControlFlow::Continue(done);
    }
    // More threads than the machine has only take memory.
    let most = thread::available_parallelism().map_or(usize::MAX, usize::from);
    let threads = threads.min(jobs.len()).min(most);
    let mut done: Vec<Option<T>> = jobs.iter().map(|_| None).collect();
    let queue = Mutex::new(jobs.into_iter().zip(&mut done));
    let (is_stopped, untold, running) =
        (AtomicBool::new(false), AtomicU64::new(0), AtomicUsize::new(0));
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let done_by = |report: &mut Tick<'_>| {
        while let Some((job, slot)) = next() {
            match work(job, report) {
                ControlFlow::Continue(result) => *slot = Some(result),
                ControlFlow::Break(()) => break,
            }
        }
    };
    let watcher = thread::current();
    thread::scope(|scope| {
        for _ in 1..threads {
            let own = Running::new(&running, &watcher);
            let thread = start(scope, || {
                let _own = own;
                done_by(&mut |steps| {
                    untold.fetch_add(steps, Ordering::Relaxed);
                    stop_if(is_stopped.load(Ordering::Relaxed))
                });
            });
            // A thread that cannot be started is one thread fewer, and so are those after it.
            if thread.is_err() {
                break;
            }
        }
        // A watch may panic: the threads are not to finish all jobs before that gets out.
        let _stop = StopOnPanic(&is_stopped);
        let mut tell = |steps| {
            stop_if(is_stopped.load(Ordering::Relaxed))?;
            let go_on = tick(steps + untold.swap(0, Ordering::Relaxed));
            is_stopped.store(go_on.is_break(), Ordering::Relaxed);
            go_on
        };
        done_by(&mut tell);
        loop {
            let are_done = running.load(Ordering::Acquire) == 0;
            let _ = tell(0);
            if are_done {
                break;
            }
            thread::park_timeout(LOOK);
        }
    });
    drop(queue);
    match done.into_iter().collect() {
        Some(all) if !is_stopped.load(Ordering::Relaxed) => ControlFlow::Continue(all),
        _ => ControlFlow::Break(()),
    }
}

/// How often the calling thread looks at the watch when it has nothing else to do.
const LOOK: Duration = Duration::from_millis(20);

/// One of the threads that still have work. The last thing it does is to wake who waits for it.
struct Running<'r> {
    running: &'r AtomicUsize,
    watcher: &'r Thread,
}

impl<'r> Running<'r> {
    fn new(running: &'r AtomicUsize, watcher: &'r Thread) -> Self {
        running.fetch_add(1, Ordering::Relaxed);
        Self { running, watcher }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.running.fetch_sub(1, Ordering::Release);
        self.watcher.unpark();
    }
}

struct StopOnPanic<'s>(&'s AtomicBool);

impl Drop for StopOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

fn stop_if(is_stopped: bool) -> ControlFlow<()> {
    if is_stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        /// Whether no thread can be started.
        pub(super) static NO_THREADS: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }

    #[test]
    fn where_no_thread_can_be_started_there_is_one() {
        NO_THREADS.set(true);
        let mut steps = 0;
        let done = run(8, (0..40).collect(), square, &mut |count| {
            steps += count;
            ControlFlow::Continue(())
        });
        assert_eq!(done, ControlFlow::Continue((0..40).map(|job| job * job).collect()));
        let ended = run(8, (0..40).collect(), square, &mut |_| ControlFlow::Break(()));
        NO_THREADS.set(false);
        assert_eq!((steps, ended), (40, ControlFlow::Break(())));
    }

    fn square(job: u64, tick: &mut Tick<'_>) -> ControlFlow<(), u64> {
        tick(1)?;
        ControlFlow::Continue(job * job)
    }

    #[test]
    fn results_keep_the_order_of_the_jobs() {
        for threads in [1, 2, 5, 64] {
            let mut steps = 0;
            let done = run(threads, (0..40).collect(), square, &mut |count| {
                steps += count;
                ControlFlow::Continue(())
            });
            assert_eq!(done, ControlFlow::Continue((0..40).map(|job| job * job).collect()));
            assert_eq!(steps, 40);
        }
    }

    #[test]
    fn whoever_watches_can_end_it() {
        for threads in [1, 3] {
            let (mut steps, mut asked) = (0, 0);
            let done = run(threads, (0..1_000_000).collect(), square, &mut |count| {
                (steps, asked) = (steps + count, asked + 1);
                stop_if(asked == 5)
            });
            assert_eq!((done, asked), (ControlFlow::Break(()), 5));
            assert!((5..1_000_000).contains(&steps), "{steps}");
        }
    }

    #[test]
    fn who_has_nothing_left_to_do_still_watches() {
        if thread::available_parallelism().map_or(1, usize::from) < 2 {
            return;
        }
        let (caller, is_begun) = (thread::current().id(), AtomicBool::new(false));
        let work = |_: u64, tick: &mut Tick<'_>| {
            if thread::current().id() == caller {
                while !is_begun.load(Ordering::Relaxed) {
                    thread::yield_now();
                }
                return ControlFlow::Continue(0);
            }
            is_begun.store(true, Ordering::Relaxed);
            for _ in 0..10_000 {
                tick(1)?;
                thread::sleep(Duration::from_millis(1));
            }
            ControlFlow::Continue(0)
        };
        let mut steps = 0;
        let done = run(2, vec![0, 1], work, &mut |count| {
            steps += count;
            stop_if(steps > 5)
        });
        assert!(done.is_break() && steps > 5, "{steps}");
    }

    #[test]
    fn a_watch_that_panics_ends_the_work() {
        let begun = AtomicU64::new(0);
        // What a panic prints may take a second, and the threads go on until it gets out.
        let jobs = 60_000;
        let work = |job: u64, tick: &mut Tick<'_>| {
            begun.fetch_add(1, Ordering::Relaxed);
            thread::sleep(Duration::from_millis(1));
            square(job, tick)
        };
        let watched = std::panic::AssertUnwindSafe(|| {
            run(2, (0..jobs).collect(), work, &mut |_| panic!("enough"))
        });
        assert!(std::panic::catch_unwind(watched).is_err());
        assert!(begun.load(Ordering::Relaxed) < jobs);
    }
}
