//! Work on some threads.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// Something to do.
pub(crate) type Job<'j> = Box<dyn FnOnce() + Send + 'j>;

/// Does all jobs, the first ones first, on so many threads at most.
pub(crate) fn all(threads: usize, jobs: Vec<Job<'_>>) {
    let most = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(jobs.len()).min(most);
    let queue = Mutex::new(jobs.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work_off = || {
        while let Some(job) = next() {
            job();
        }
    };
    thread::scope(|scope| {
        // This thread is one of them, and one that cannot be started is one fewer.
        for _ in 1..threads {
            if thread::Builder::new().spawn_scoped(scope, work_off).is_err() {
                break;
            }
        }
        work_off();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_is_done_once() {
        for threads in [0, 1, 2, 7] {
            let mut done = [0; 40];
            let jobs = done.iter_mut().enumerate();
            all(threads, jobs.map(|(at, own)| Box::new(move || *own += at) as Job<'_>).collect());
            assert!(done.into_iter().eq(0..40), "{threads} threads");
        }
    }
}
