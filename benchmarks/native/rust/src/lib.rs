//! Contender: Rust's intrusive-collections. It marks nodes as unlinked on removal, and panics when a linked one is added. It has no sort.

use intrusive_collections::{intrusive_adapter, LinkedList, LinkedListLink, UnsafeRef};

#[repr(C)]
pub struct Plan {
    elements: *mut u8,
    order: *const u32,
    picks: *const u32,
    count: i64,
    steps: i64,
    heads: *mut u8,
}

impl Plan {
    unsafe fn in_order(&self) -> &[u32] {
        std::slice::from_raw_parts(self.order, self.count as usize)
    }

    unsafe fn picked(&self) -> &[u32] {
        std::slice::from_raw_parts(self.picks, self.steps as usize)
    }
}

macro_rules! contender {
    ($module:ident, $rest:literal, $reset:ident, $fill:ident, $digest:ident, $pair:ident, $cycle:ident, $fifo:ident, $touch:ident, $readd:ident, $walk:ident, $build:ident, $drain:ident, $cut:ident) => {
        mod $module {
            use super::*;

            #[repr(C)]
            pub struct Element {
                key: i64,
                node: LinkedListLink,
                rest: [u8; $rest],
            }

            intrusive_adapter!(pub Adapter = UnsafeRef<Element>: Element { node: LinkedListLink });

            type List = LinkedList<Adapter>;

            unsafe fn list(plan: &Plan) -> &mut List {
                &mut *(plan.heads as *mut List)
            }

            unsafe fn element(plan: &Plan, index: u32) -> UnsafeRef<Element> {
                UnsafeRef::from_raw((plan.elements as *const Element).add(index as usize))
            }

            unsafe fn remove(list: &mut List, element: &UnsafeRef<Element>) -> UnsafeRef<Element> {
                list.cursor_mut_from_ptr(UnsafeRef::into_raw(element.clone())).remove().unwrap_unchecked()
            }

            #[no_mangle]
            pub unsafe extern "C" fn $reset(plan: &Plan) -> i64 {
                std::ptr::write(plan.heads as *mut List, List::new(Adapter::new()));
                for index in 0..plan.count {
                    let element = (plan.elements as *mut Element).add(index as usize);
                    std::ptr::addr_of_mut!((*element).node).write(LinkedListLink::new());
                }
                0
            }

            #[no_mangle]
            pub unsafe extern "C" fn $fill(plan: &Plan) -> i64 {
                let list = list(plan);
                for &index in plan.in_order() {
                    list.push_back(element(plan, index));
                }
                0
            }

            #[no_mangle]
            pub unsafe extern "C" fn $digest(plan: &Plan) -> i64 {
                list(plan).iter().fold(0i64, |digest, element| digest.wrapping_mul(31).wrapping_add(element.key))
            }

            #[no_mangle]
            pub unsafe extern "C" fn $pair(plan: &Plan) -> i64 {
                let list = list(plan);
                let mut sum = 0i64;
                let mut done = 0;
                while done < plan.steps {
                    for &index in plan.in_order() {
                        list.push_back(element(plan, index));
                        sum = sum.wrapping_add(list.pop_front().unwrap_unchecked().key);
                    }
                    done += plan.count;
                }
                sum
            }

            #[no_mangle]
            pub unsafe extern "C" fn $cycle(plan: &Plan) -> i64 {
                let list = list(plan);
                let mut sum = 0i64;
                let mut done = 0;
                while done < plan.steps {
                    for &index in plan.in_order() {
                        list.push_back(element(plan, index));
                    }
                    for _ in 0..plan.count {
                        sum = sum.wrapping_add(list.pop_front().unwrap_unchecked().key);
                    }
                    done += plan.count;
                }
                sum
            }

            #[no_mangle]
            pub unsafe extern "C" fn $fifo(plan: &Plan) -> i64 {
                let list = list(plan);
                let mut sum = 0i64;
                let mut done = 0;
                list.pop_front();
                while done < plan.steps {
                    for &index in plan.in_order() {
                        list.push_back(element(plan, index));
                        sum = sum.wrapping_add(list.pop_front().unwrap_unchecked().key);
                    }
                    done += plan.count;
                }
                sum
            }

            #[no_mangle]
            pub unsafe extern "C" fn $touch(plan: &Plan) -> i64 {
                let list = list(plan);
                for &index in plan.picked() {
                    let removed = remove(list, &element(plan, index));
                    list.push_front(removed);
                }
                0
            }

            #[no_mangle]
            pub unsafe extern "C" fn $readd(plan: &Plan) -> i64 {
                let list = list(plan);
                for &index in plan.picked() {
                    let removed = remove(list, &element(plan, index));
                    list.push_back(removed);
                }
                0
            }

            #[no_mangle]
            pub unsafe extern "C" fn $walk(plan: &Plan) -> i64 {
                list(plan).iter().fold(0i64, |sum, element| sum.wrapping_add(element.key))
            }

            #[no_mangle]
            pub unsafe extern "C" fn $build(plan: &Plan) -> i64 {
                $fill(plan);
                list(plan).clear();
                0
            }

            #[no_mangle]
            pub unsafe extern "C" fn $drain(plan: &Plan) -> i64 {
                let list = list(plan);
                let mut sum = 0i64;
                for _ in 0..plan.count {
                    sum = sum.wrapping_add(list.pop_front().unwrap_unchecked().key);
                }
                sum
            }

            #[no_mangle]
            pub unsafe extern "C" fn $cut(plan: &Plan) -> i64 {
                let list = list(plan);
                for &index in plan.picked() {
                    // By split_after: split_before of version 0.9.4 leaves the last node of the front part linked to the rest.
                    let mut cursor = list.cursor_mut_from_ptr(UnsafeRef::into_raw(element(plan, index)));
                    cursor.move_prev();
                    if !cursor.is_null() {
                        let rest = cursor.split_after();
                        let front = std::mem::replace(list, rest);
                        list.back_mut().splice_after(front);
                    }
                }
                0
            }
        }
    };
}

contender!(small, 8, rust_32_reset, rust_32_fill, rust_32_digest, rust_32_pair, rust_32_cycle, rust_32_fifo, rust_32_touch, rust_32_readd, rust_32_walk, rust_32_build, rust_32_drain, rust_32_cut);
contender!(large, 232, rust_256_reset, rust_256_fill, rust_256_digest, rust_256_pair, rust_256_cycle, rust_256_fifo, rust_256_touch, rust_256_readd, rust_256_walk, rust_256_build, rust_256_drain, rust_256_cut);
